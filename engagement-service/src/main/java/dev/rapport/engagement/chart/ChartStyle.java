package dev.rapport.engagement.chart;

/** How charts look, in light and in dark surroundings. Every rule begins with the chart's class, so none leaves it. */
final class ChartStyle {

    static final String CSS = """
        <style>
        .chart{font-family:system-ui,sans-serif;font-size:12px}
        .chart .paper{fill:#fff}.chart .head{fill:#1f2933;font-size:15px;font-weight:600}.chart .key{fill:#1f2933}
        .chart .grid{stroke:#d9dee4;stroke-width:1}
        .chart .zone{fill:#0b5cad}
        .chart .z0{fill-opacity:.2}.chart .z1{fill-opacity:.15}.chart .z2{fill-opacity:.1}
        .chart .z3{fill-opacity:.06}.chart .z4{fill-opacity:.02}
        .chart .zone-name,.chart .value{fill:#52606d;text-anchor:end}
        .chart .date{fill:#52606d;text-anchor:middle}.chart .d0{text-anchor:start}.chart .d2{text-anchor:end}
        .chart .line{fill:none;stroke-width:2;stroke-linejoin:round}
        .chart .l0{stroke:#0b5cad}.chart .l1{stroke:#b3420a;stroke-dasharray:7 4}
        .chart .l2{stroke:#1b7a43;stroke-dasharray:2 4}.chart .l3{stroke:#7a2e8e;stroke-dasharray:9 3 2 3}
        .chart .l4{stroke:#5c5f66;stroke-dasharray:1 5}
        .chart .p0{fill:#0b5cad}.chart .p1{fill:#b3420a}.chart .p2{fill:#1b7a43}.chart .p3{fill:#7a2e8e}
        .chart .p4{fill:#5c5f66}
        @media (prefers-color-scheme:dark){
        .chart .paper{fill:#14181d}.chart .head,.chart .key{fill:#f0f3f6}.chart .grid{stroke:#39424c}
        .chart .zone{fill:#6cb2ff}.chart .zone-name,.chart .value,.chart .date{fill:#b8c2cc}
        .chart .l0{stroke:#6cb2ff}.chart .l1{stroke:#ffa36b}.chart .l2{stroke:#6fd89a}
        .chart .l3{stroke:#d9a3ea}.chart .l4{stroke:#c3c7cd}
        .chart .p0{fill:#6cb2ff}.chart .p1{fill:#ffa36b}.chart .p2{fill:#6fd89a}.chart .p3{fill:#d9a3ea}
        .chart .p4{fill:#c3c7cd}}
        </style>
        """;

    private ChartStyle() {}
}
