package dev.rapport.demo.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One step of what passes between two people when they are in touch; {@code second} counts from the beginning. */
record Exchange(double second, String kind, String direction, String channel, String subject) {

    private static final List<String> SUBJECTS = List.of(
            "Lunch next week?",
            "Notes from our call",
            "A question on the offer",
            "Thank you",
            "Draft for your review",
            "Are you at the conference?",
            "Happy to introduce you",
            "Short update",
            "Invoice",
            "An idea for you");
    private static final List<String> CHATS = List.of("linkedin", "sms", "whatsapp");
    private static final double MEAN_ANSWER = 3 * 3600.0;

    /** A call, a meeting, a remark, or a thread of messages that bursts and is mostly answered. */
    static List<Exchange> draw(Random random, Rhythm rhythm) {
        int drawn = random.nextInt(100);
        if (drawn < 12) {
            return List.of(new Exchange(0, "call", Touch.MUTUAL, "phone", null));
        }
        if (drawn < 22) {
            String place = random.nextBoolean() ? "in_person" : "video";
            return List.of(new Exchange(0, "meeting", Touch.MUTUAL, place, null));
        }
        if (drawn < 34) {
            return List.of(remark(drawn));
        }
        return thread(random, rhythm, drawn < 68);
    }

    private static Exchange remark(int drawn) {
        return switch (drawn) {
            case 33 -> new Exchange(0, "referral", Touch.INBOUND, "email", "You should talk to each other");
            case 32 -> new Exchange(0, "introduction", Touch.OUTBOUND, "email", "An introduction");
            case 31, 30 -> new Exchange(0, "compliment", Touch.OUTBOUND, "linkedin", null);
            case 29, 28, 27 -> new Exchange(0, "reaction", Touch.OUTBOUND, "linkedin", null);
            default -> new Exchange(0, "comment", Touch.OUTBOUND, "linkedin", null);
        };
    }

    private static List<Exchange> thread(Random random, Rhythm rhythm, boolean byMail) {
        String channel = byMail ? "email" : CHATS.get(random.nextInt(CHATS.size()));
        String subject = byMail ? SUBJECTS.get(random.nextInt(SUBJECTS.size())) : null;
        var steps = new ArrayList<Exchange>();
        boolean outbound = random.nextDouble() < 0.55;
        double second = 0;
        boolean goesOn = true;
        while (goesOn) {
            String direction = outbound ? Touch.OUTBOUND : Touch.INBOUND;
            steps.add(new Exchange(second, byMail ? "email" : "message", direction, channel, subject));
            second += rhythm.gap(MEAN_ANSWER);
            // The member is polite: nine of ten messages are answered, and every second answer is answered again.
            goesOn = random.nextDouble() < (outbound ? 0.5 : 0.9);
            outbound = !outbound;
        }
        return List.copyOf(steps);
    }
}
