"""Counts the messages, senders and recipients of every file in a folder with Python's mailbox and email modules.

Prints one line of JSON a file: its path, the number of messages, the addresses of From, the addresses of To, Cc and Bcc.
"""

import email
import email.utils
import json
import mailbox
import os
import sys


def addresses(messages, *names):
    values = [str(value) for message in messages for name in names for value in message.get_all(name, [])]
    found = (address.lower() for _, address in email.utils.getaddresses(values))
    return sorted(address for address in found if "@" in address)


def messages_of(path):
    with open(path, "rb") as file:
        content = file.read()
    if content.startswith((b"From ", b"\xef\xbb\xbfFrom ")):
        return list(mailbox.mbox(path, create=False))
    return [email.message_from_bytes(content)]


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        messages = messages_of(path)
        print(json.dumps([path, len(messages), addresses(messages, "from"), addresses(messages, "to", "cc", "bcc")]))
    except Exception as fault:
        print(json.dumps([path, -1, [], [type(fault).__name__]]))
    sys.stdout.flush()
