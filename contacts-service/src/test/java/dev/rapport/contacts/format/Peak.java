package dev.rapport.contacts.format;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The most memory that was still in use after garbage was collected. */
final class Peak {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(it -> it.getType() == MemoryType.HEAP && it.getCollectionUsage() != null)
            .toList();

    private long before;
    private long most;
    private volatile boolean isStopped;
    private Thread watcher;

    void start() {
        System.gc();
        before = used();
        watcher = new Thread(() -> {
            while (!isStopped) {
                most = Math.max(most, used());
                Thread.onSpinWait();
            }
        });
        watcher.start();
    }

    void stop() {
        isStopped = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    long bytes() {
        return most - before;
    }

    private long used() {
        return pools.stream().mapToLong(it -> it.getCollectionUsage().getUsed()).sum();
    }
}
