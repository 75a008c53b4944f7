"""librouteros against one emulated router: python3 librouteros_check.py HOST PORT PASSWORD LOGIN(plain|token) [tls]."""
import ssl
import sys

import librouteros
from librouteros.exceptions import TrapError
from librouteros.login import plain, token
from librouteros.query import And, Key, Or

host, port, password, login = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
options = {"port": port, "login_method": {"plain": plain, "token": token}[login], "encoding": "latin-1"}
if "tls" in sys.argv[5:]:
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    options["ssl_wrapper"] = context.wrap_socket


def connect():
    return librouteros.connect(host, "portal", password, **options)


def expect(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


api = connect()
identity = tuple(api("/system/identity/print"))
expect(identity[0]["name"].startswith("RTR-"), "identity")

secrets = tuple(api.path("ppp", "secret"))
active = tuple(api.path("ppp", "active"))
interfaces = tuple(api.path("interface"))
expect(len(secrets) > 5 and 5 < len(active) <= len(secrets), "secrets and sessions")
expect(len([i for i in interfaces if i["type"] == "pppoe-in"]) == len(active), "an interface per session")

name, profile = Key("name"), Key("profile")
first = secrets[0]["name"]
found = tuple(api.path("ppp", "secret").select(Key(".id"), name).where(name == first))
expect(len(found) == 1 and found[0]["name"] == first and set(found[0]) == {".id", "name"}, "query with proplist")
both = tuple(api.path("ppp", "secret").select(name).where(Or(name == first, name == secrets[1]["name"])))
expect({r["name"] for r in both} == {first, secrets[1]["name"]}, "or")
none = tuple(api.path("ppp", "secret").select(name).where(And(name == first, profile == "nobody")))
expect(none == (), "no rows (!empty on 7.18 and later)")

new = api.path("ppp", "secret").add(name="outside-1", password="x", service="pppoe", profile="isolir")
expect(new.startswith("*"), "add returns an id")
try:
    api.path("ppp", "secret").add(name="outside-1", password="x", service="pppoe")
    sys.exit("FAILED: a duplicate was accepted")
except TrapError as trap:
    expect(str(trap).startswith("failure: secret with the same name already exists"), f"duplicate: {trap}")
api.path("ppp", "secret").update(**{".id": new, "comment": "set by librouteros", "disabled": True})
row = tuple(api.path("ppp", "secret").select(name, Key("comment"), Key("disabled")).where(Key(".id") == new))[0]
expect(row["comment"] == "set by librouteros" and row["disabled"] is True, f"set: {row}")

# listen on one connection, change on the other, cancel (this client has no tags: /cancel without one stops all)
listener = connect()
listener.protocol.writeSentence("/ip/firewall/address-list/listen")
# Sentences of one connection begin in their order: once this answer is here, the listen is running.
listener.protocol.writeSentence("/system/identity/print")
while listener.readSentence()[0] != "!done":
    pass
entry = api.path("ip", "firewall", "address-list").add(list="outside", address="192.0.2.9")
word, row = listener.readSentence()
expect(word == "!re" and row["address"] == "192.0.2.9", f"listen shows an add: {word} {row}")
api.path("ip", "firewall", "address-list").remove(entry)
word, row = listener.readSentence()
expect(word == "!re" and row[".id"] == entry and row[".dead"] is True, f"listen shows a removal: {word} {row}")
listener.protocol.writeSentence("/cancel")
words = [listener.readSentence() for _ in range(3)]
expect([w for w, _ in words] == ["!trap", "!done", "!done"] and words[0][1]["message"] == "interrupted", f"cancel: {words}")

api.path("ppp", "secret").remove(new)
expect(tuple(api.path("ppp", "secret").select(name).where(name == "outside-1")) == (), "remove")
try:
    tuple(api("/ppp/secret/nonsense"))
    sys.exit("FAILED: nonsense was accepted")
except TrapError as trap:
    expect(str(trap).startswith("no such command"), f"unknown verb: {trap}")
listener.close()
api.close()
print("librouteros: all well")
