"""`reprise serve`: an archive as a page and as JSON, and what it bears of those who ask."""

import gzip
import http.client
import json
import os
import re
import select
import signal
import socket
import subprocess
import time
import unittest
import urllib.parse

import jsonschema
from support import SAMPLES, SOURCE, ProgramTest, generated_texts, strict_json

SAID = "The grant was tied to a promise to keep the site running for a full decade."
JSON = {"Content-Type": "application/json"}
TOKEN = "a-token-of-thirty-two-characters"


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read()

    def json(self):
        return strict_json(self.body.decode())


class ServeTest(ProgramTest):
    def setUp(self):
        super().setUp()
        self.made("create", "kept")
        self.made("add", "kept", SAMPLES, "--metadata", SAMPLES / "metadata.csv")

    def made(self, verb, *arguments):
        outcome = self.reprise("archive", verb, *arguments)
        self.assertEqual(outcome.code, 0, outcome.err)
        return outcome

    def serve(self, *options, host="127.0.0.1", environment=None):
        """Starts the server; it is ended when the test is."""
        process = self.start("serve", "kept", "--port", 0, *options, environment=environment)
        self.addCleanup(self.end, process)
        self.assertTrue(select.select([process.stdout], [], [], 30)[0], "it does not say where it serves")
        said = process.stdout.readline().decode()
        found = re.fullmatch(r"serving kept at http://(\S+):(\d+)/ \(Ctrl-C ends it\)\n", said)
        self.assertTrue(found, said + (process.stderr.read().decode() if not found else ""))
        self.host, self.port, self.process = host, int(found[2]), process
        return process

    def end(self, process):
        if process.poll() is None:
            process.kill()
        process.communicate()

    def ask(self, method, address, body=None, headers=None):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        self.addCleanup(connection.close)
        connection.request(method, address, body, headers or {})
        return Answer(connection.getresponse())

    def query(self, record, address="/query", **headers):
        return self.ask("POST", address, json.dumps(record), {**JSON, **headers})

    def check_refused(self, answer, status, *says):
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["status"], status)
        for one in filter(None, says):
            self.assertRegex(problem["detail"], one)

    def raw(self, data, wait=10):
        """Sends bytes as they are; returns what comes back until the other side closes, and after how many seconds."""
        begin = time.monotonic()
        with socket.create_connection((self.host, self.port), timeout=wait) as connection:
            connection.sendall(data)
            got = b""
            try:
                while block := connection.recv(65536):
                    got += block
            except ConnectionResetError:
                pass
        return got, time.monotonic() - begin

    def check_serves(self):
        self.assertEqual(self.ask("GET", "/archive").status, 200)


class Answers(ServeTest):
    def test_a_query_is_that_of_the_archive(self):
        self.serve()
        record = {"id": "new", "title": "A grant", "text": SAID}
        self.write("new.jsonl", json.dumps(record) + "\n")
        expected = self.reprise("archive", "query", "kept", "new.jsonl", "--json", "-").out
        answer = self.query(record)
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, "application/json"))
        self.assertEqual(answer.body.decode().replace('"request:1"', '"new.jsonl:1"'), expected)
        self.check_schema(answer.json())
        without = self.query(record, "/query?text=false").json()
        self.assertTrue(without["passages"] and "text" not in without["documents"][0])
        pretty = self.ask("POST", "/query", json.dumps(record, indent=2), {"Content-Type": "Application/JSON; charset=utf-8"})
        self.assertEqual(pretty.body, answer.body)

    def test_a_query_as_a_page_and_as_its_rows(self):
        self.serve()
        record = {"id": "new", "text": SAID}
        self.write("new.jsonl", json.dumps(record) + "\n")
        self.made("query", "kept", "new.jsonl", "--html", "page.html", "--quiet")
        page = self.query(record, Accept="text/html")
        self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertEqual(page.body, (self.folder / "page.html").read_bytes())
        rows = self.query(record, Accept="application/vnd.reprise.page+json")
        self.assertIn(rows.body, page.body)
        self.assertEqual(strict_json(rows.body.decode())["documents"][0][0], "new")

    def test_records_a_line_and_files(self):
        self.serve()
        lines = "\n".join(json.dumps({"id": i, "text": SAID}) for i in range(3)) + "\nno record\n"
        report = self.ask("POST", "/query", lines, {"Content-Type": "application/x-ndjson"}).json()
        self.assertEqual([d["id"] for d in report["documents"]][:3], ["0", "1", "2"])
        self.assertEqual([(p["where"], p["rejected"]) for p in report["problems"]], [("request:4", True)])
        page = f"<!doctype html><html><title>Sites</title><body><article><p>{SAID}</p></article></body></html>"
        for name, content in (("a b.txt", SAID.encode()), ("sites.html", page.encode()), ("sites", page.encode())):
            report = self.ask("POST", "/query?" + urllib.parse.urlencode({"name": name}), content,
                              {"Content-Type": "application/octet-stream"}).json()
            self.assertEqual((report["documents"][0]["id"], report["documents"][0]["where"]), (name, name))
            self.assertTrue(report["passages"], name)
        self.assertNotIn("/proc/", json.dumps(report))

    def test_documents_are_found(self):
        self.serve()
        listed = self.ask("GET", "/documents").json()
        self.assertEqual((len(listed["documents"]), listed["complete"]), (27, True))
        for query, count in (("source=cOuRiEr", 3), ("source=courier&from=2031-05", 2), ("until=2031-03", 6), ("from=2099", 0),
                             ("says=" + urllib.parse.quote_plus(SAID), 5), ("says=wholly+other+words+than+these", 0),
                             ("says=site+running+for+a+full+decade&source=courier", 1)):
            found = self.ask("GET", "/documents?" + query)
            self.assertEqual(found.status, 200, found.body)
            with self.subTest(query):
                self.assertEqual(len(found.json()["documents"]), count)
        first = self.ask("GET", "/documents?limit=1").json()
        self.assertEqual((first["documents"], first["complete"]), (listed["documents"][:1], False))
        said = self.ask("GET", "/documents?says=the+SITE+running+for+a+full+decade").json()["documents"]
        self.assertEqual({d["said"] for d in said}, {"the site running for a full decade"})

    def test_a_document_by_its_id(self):
        self.write_jsonl("odd.jsonl", [{"id": "a/b ü?%.txt", "text": "Ünder the bridge.", "votes": 3}])
        self.made("add", "kept", "odd.jsonl")
        self.serve()
        document = self.ask("GET", "/documents/" + urllib.parse.quote("a/b ü?%.txt", safe="")).json()
        self.assertEqual((document["id"], document["text"], document["extra"]), ("a/b ü?%.txt", "Ünder the bridge.", {"votes": 3}))
        self.check_refused(self.ask("GET", "/documents/none"), 404, "no document 'none'")

    def test_what_others_add_is_seen_and_what_they_remove_is_gone(self):
        self.serve()
        text = " ".join(generated_texts(1)[0].split()[:60])
        self.assertEqual(self.query({"text": text}).json()["passages"], [])
        self.write_jsonl("more.jsonl", [{"id": "more", "text": text}])
        self.made("add", "kept", "more.jsonl")
        self.assertEqual(len(self.query({"text": text}).json()["passages"]), 1)
        self.assertEqual(self.ask("GET", "/archive").json()["documents"], 28)
        self.assertEqual(self.ask("GET", "/documents/more").status, 200)
        self.made("remove", "kept", "more")
        self.made("compact", "kept")
        self.assertEqual(self.query({"text": text}).json()["passages"], [])
        self.assertEqual(self.ask("GET", "/documents/more").status, 404)

    def test_nothing_is_kept_of_a_query(self):
        self.serve("--writable")
        before = {path: path.read_bytes() for path in (self.folder / "kept").rglob("*") if path.is_file()}
        for _ in range(3):
            self.assertEqual(self.query({"text": SAID}).status, 200)
        after = {path: path.read_bytes() for path in (self.folder / "kept").rglob("*") if path.is_file()}
        self.assertEqual(after, before)

    def test_options_of_queries(self):
        self.serve("--passage-words", 40)
        self.assertEqual(self.query({"text": SAID}).json()["passages"], [])

    def test_head_and_many_requests_over_one_connection(self):
        self.serve()
        connection = http.client.HTTPConnection(self.host, self.port, timeout=30)
        for method in ("GET", "HEAD", "GET", "HEAD"):
            connection.request(method, "/archive")
            response = connection.getresponse()
            body = response.read()
            self.assertEqual((response.status, int(response.headers["Content-Length"]) > 9), (200, True))
            self.assertEqual(body == b"", method == "HEAD")
        connection.close()

    def test_a_page_without_a_way_for_others_to_it(self):
        self.serve()
        page = self.ask("GET", "/")
        self.assertEqual(page.headers["Content-Type"], "text/html; charset=utf-8")
        self.assertIn(b"connect-src 'self'", page.body)
        for answer in (page, self.ask("GET", "/archive"), self.ask("GET", "/nowhere"), self.query({"text": SAID})):
            self.assertEqual(answer.headers["Content-Security-Policy"], "frame-ancestors 'none'")
            self.assertEqual(answer.headers["Cache-Control"], "no-store")
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual([name for name in answer.headers if name.lower().startswith("access-control")], [])


class Adding(ServeTest):
    def test_only_where_it_is_allowed(self):
        self.serve()
        self.check_refused(self.ask("POST", "/documents", '{"id": "a", "text": "b"}', JSON), 403, "--writable")
        self.assertEqual(self.ask("GET", "/archive").json()["writable"], False)

    def test_documents_are_added_once_and_replaced_if_asked(self):
        self.serve("--writable")

        def add(record, address="/documents"):
            return self.ask("POST", address, json.dumps(record), JSON)

        self.assertEqual(add({"id": "a", "text": SAID}).json(), {"added": 1, "replaced": 0, "unchanged": 0, "problems": []})
        self.assertEqual(add({"id": "a", "text": SAID}).json()["unchanged"], 1)
        self.check_refused(add({"id": "a", "text": "Another."}), 409, "other contents", "replace=true")
        self.assertEqual(add({"id": "a", "text": "Another."}, "/documents?replace=true").json()["replaced"], 1)
        self.assertEqual(self.ask("GET", "/documents/a").json()["text"], "Another.")
        self.check_refused(add({"text": "Without a name."}), 400, "no id")
        named = self.ask("POST", "/documents?name=b.txt", b"Of a file.", {"Content-Type": "application/octet-stream"})
        self.assertEqual(named.json()["added"], 1)
        self.assertEqual(self.reprise("archive", "check", "kept").code, 0)

    def test_while_another_program_writes_it_says_so(self):
        self.serve("--writable", "--wait", 0)
        watcher = self.start("archive", "watch", "kept", "-", stdin=subprocess.PIPE)
        self.addCleanup(self.end, watcher)
        answer = None
        for _ in range(200):
            answer = self.ask("POST", "/documents?replace=true", '{"id": "a", "text": "b"}', JSON)
            if answer.status != 200:
                break
            time.sleep(0.05)
        self.check_refused(answer, 503, "held by process")
        self.assertEqual(self.query({"text": SAID}).status, 200)


class WrongRequests(ServeTest):
    def test_addresses_and_methods(self):
        self.serve()
        for address in ("/nowhere", "/documents/a/b", "/query/", "//", "/archive/"):
            self.check_refused(self.ask("GET", address), 404)
        for method, address, allowed in (("GET", "/query", "POST"), ("DELETE", "/documents/a", "GET"), ("PUT", "/documents", "GET, POST"),
                                         ("POST", "/", "GET"), ("BREW", "/archive", "GET"), ("OPTIONS", "/query", "POST")):
            answer = self.ask(method, address)
            self.check_refused(answer, 405, allowed)
            self.assertEqual(answer.headers["Allow"], allowed)
        for target in ("*", "archive", "http://127.0.0.1/archive", "/%zz", "/%4", "/a%00b", "/%ff", "/archive?x=1&x=2", "/archive#a"):
            got, _ = self.raw(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            self.assertTrue(got.startswith(b"HTTP/1.1 400 "), (target, got))

    def test_parameters(self):
        self.serve()
        for query, says in (("limit=0", "limit"), ("limit=x", "limit"), ("limit=1001", "limit"), ("from=yesterday", "ISO 8601"),
                            ("until=", "ISO 8601"), ("sorce=a", "no parameter 'sorce'")):
            self.check_refused(self.ask("GET", "/documents?" + query), 400, says)
        self.check_refused(self.query({"text": SAID}, "/query?text=maybe"), 400, "true or false")

    def test_bodies(self):
        self.serve()
        for body, says in (("", "no document|empty"), ("no JSON", "JSON"), ("[1]", ""), ('{"text": 3}', "text"), ('{"body": "x"}', "text"),
                           ('{"text": "a', "JSON"), ('{"a":' * 5000, ""), ('{"text": "a"} {"text": "b"} x', "")):
            self.check_refused(self.ask("POST", "/query", body, JSON), 400, says)
        for content in (b"\x89PNG\r\n\x1a\n" + bytes(100), b"PK\x03\x04" + b"\xff" * 200, b"%PDF-1.7 and no more", b"\x1f\x8b\x08cut",
                        gzip.compress(bytes(1 << 20)), b"\x28\xb5\x2f\xfdcut"):
            self.check_refused(self.ask("POST", "/query?name=a", content, {"Content-Type": "application/octet-stream"}), 400)
        self.check_refused(self.ask("POST", "/query", gzip.compress(b'{"text": "a"}'), {"Content-Type": "application/x-ndjson"}), 400, "packed")
        self.check_serves()

    def test_a_text_without_words_or_of_many(self):
        self.serve()
        self.assertEqual(self.query({"text": "… — !"}).json()["passages"], [])
        self.assertEqual(self.query({"text": "word " * 200000}).status, 200)

    def test_what_is_no_http(self):
        self.serve()
        for data in (b"\r\n\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(100), b"GET / HTTP/9.9\r\n\r\n", b"GET /\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\nA\x00: b\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n",
                     b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                     b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}",
                     b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"):
            got, _ = self.raw(data)
            self.assertTrue(got.startswith(b"HTTP/1.1 400 "), (data, got))
        self.check_serves()

    def test_requests_that_are_cut(self):
        self.serve()
        whole = (b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n"
                 b'{"text": "And here it en')
        for size in range(0, len(whole), 7):
            with socket.create_connection((self.host, self.port), timeout=10) as connection:
                connection.sendall(whole[:size])
        self.check_serves()

    def test_what_is_too_large_is_refused_before_it_has_come(self):
        self.serve("--most-bytes", 1000)
        self.assertEqual(self.query({"text": "a" * 900}).status, 200)
        self.check_refused(self.query({"text": "a" * 1000}), 413, "1000 bytes")
        head = b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        got, _ = self.raw(head + b"Content-Length: 99999999999\r\n\r\n")
        self.assertTrue(got.startswith(b"HTTP/1.1 413 "), got)
        got, _ = self.raw(head + b"Transfer-Encoding: chunked\r\n\r\n" + b"3e8\r\n" + b"a" * 1000 + b"\r\n3e8\r\n" + b"a" * 1000 + b"\r\n0\r\n\r\n")
        self.assertTrue(got.startswith(b"HTTP/1.1 413 "), got)
        # Who sends it all the same reads why it was refused.
        got, _ = self.raw(head + b"Content-Length: 5000000\r\n\r\n" + b"a" * 5000000)
        self.assertTrue(got.startswith(b"HTTP/1.1 413 "), got[:100])
        got, _ = self.raw(b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 40000 + b"\r\n\r\n")
        self.assertTrue(got.startswith(b"HTTP/1.1 431 "), got[:100])
        self.check_serves()

    def test_who_asks_before_sending_is_invited(self):
        self.serve()
        body = json.dumps({"text": SAID}).encode()
        head = b"POST /query HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nExpect: 100-continue\r\nContent-Length: %d\r\n\r\n"
        with socket.create_connection((self.host, self.port), timeout=30) as connection:
            connection.sendall(head % (b"application/json", len(body)))
            self.assertEqual(connection.recv(100), b"HTTP/1.1 100 Continue\r\n\r\n")
            connection.sendall(body)
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.1 200 OK"))
        got, _ = self.raw(head % (b"text/plain", len(body)))
        self.assertTrue(got.startswith(b"HTTP/1.1 415 "), got)


class HostilePages(ServeTest):
    def test_names_that_lead_here_by_dns_rebinding(self):
        self.serve("--host", "news.example")
        for host in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "[::1", "evil.example:80", "127.0.0.1@evil.example"):
            for address in ("/", "/archive"):
                self.check_refused(self.ask("GET", address, headers={"Host": host}), 403, "host")
        for host in ("localhost", f"LOCALHOST:{self.port}", "127.0.0.1", "[::1]:99", "10.1.2.3", "news.example", "News.Example:443"):
            self.assertEqual(self.ask("GET", "/archive", headers={"Host": host}).status, 200, host)

    def test_requests_of_other_origins(self):
        self.serve()
        own = f"http://127.0.0.1:{self.port}"
        for origin in ("http://evil.example", "null", "http://localhost", "http://127.0.0.1", own + ".evil.example", "file://"):
            self.check_refused(self.query({"text": SAID}, Origin=origin), 403, "origins")
        self.assertEqual(self.query({"text": SAID}, Origin=own).status, 200)
        for site, status in (("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200)):
            self.assertEqual(self.ask("GET", "/documents", headers={"Sec-Fetch-Site": site}).status, status, site)
        self.assertEqual(self.ask("GET", "/", headers={"Sec-Fetch-Site": "cross-site"}).status, 200, "a link leads to the page")

    def test_what_forms_can_send(self):
        self.serve("--writable")
        for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "", "text/plain;application/json"):
            for address in ("/query", "/documents"):
                self.check_refused(self.ask("POST", address, '{"id": "a", "text": "b"}', {"Content-Type": kind}), 415, "application/json")
        self.check_refused(self.ask("OPTIONS", "/query", headers={"Access-Control-Request-Method": "POST"}), 405)
        self.assertEqual(self.ask("GET", "/archive").json()["documents"], 27)


class Tokens(ServeTest):
    def test_listening_to_other_machines_takes_a_token(self):
        for address in ("0.0.0.0", "::", "10.0.0.1"):
            self.check_failure(self.reprise("serve", "kept", "--listen", address), 2, "--token-file", "REPRISE_TOKEN")
        for token in ("short", "with blanks in between them", "of-letters-ümlauts-too"):
            self.write("token", token)
            self.check_failure(self.reprise("serve", "kept", "--token-file", "token"), 2, "16 characters")
        self.check_failure(self.reprise("serve", "kept", "--token-file", "absent"), 2, "absent: holds no token")
        self.check_failure(self.reprise("serve", "kept", "--token", "x"), 2, "did you mean --token-file\\?")

    def test_requests_carry_it(self):
        self.write("token", TOKEN + "\r\n")
        for options, environment in ((("--token-file", "token", "--listen", "0.0.0.0"), None), ((), {"REPRISE_TOKEN": TOKEN})):
            self.serve(*options, environment=environment)
            for given in (None, TOKEN, "Basic " + TOKEN, "Bearer ", "Bearer " + TOKEN[:-1], "Bearer " + TOKEN + "x", "Bearer " + "x" * 32):
                answer = self.ask("GET", "/archive", headers={} if given is None else {"Authorization": given})
                self.check_refused(answer, 401, "Bearer TOKEN")
                self.assertRegex(answer.headers["WWW-Authenticate"], "Bearer")
                self.assertNotIn(TOKEN.encode(), answer.body)
            for scheme in ("Bearer", "bearer"):
                self.assertEqual(self.ask("GET", "/archive", headers={"Authorization": f"{scheme} {TOKEN}"}).status, 200)
            self.check_refused(self.ask("GET", "/nowhere"), 401)
            self.assertEqual(self.ask("GET", "/").status, 200, "the page asks for the token")


class Limits(ServeTest):
    def test_too_many_requests_of_one_address(self):
        self.serve("--rate", 5)
        answers = [self.ask("GET", "/archive") for _ in range(40)]
        refused = [answer for answer in answers if answer.status != 200]
        self.assertGreaterEqual(len(refused), 5)
        self.check_refused(refused[0], 429, "too many")
        self.assertEqual(refused[0].headers["Retry-After"], "1")
        self.assertEqual({answer.status for answer in answers}, {200, 429})
        time.sleep(1.1)
        self.check_serves()

    def test_too_many_connections_at_once(self):
        self.serve()
        idle = []
        try:
            for _ in range(64):
                idle.append(socket.create_connection((self.host, self.port), timeout=10))
            deadline = time.monotonic() + 10
            got = b""
            while not got.startswith(b"HTTP/1.1 503 ") and time.monotonic() < deadline:
                got, _ = self.raw(b"GET /archive HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            self.assertTrue(got.startswith(b"HTTP/1.1 503 "), got)
            self.assertIn(b"Retry-After: 1", got)
        finally:
            for connection in idle:
                connection.close()
        deadline = time.monotonic() + 10
        while self.ask("GET", "/archive").status != 200:
            self.assertLess(time.monotonic(), deadline, "it does not recover")

    @unittest.skipUnless(os.environ.get("REPRISE_TEST_ALL") == "1", "waits for 20 seconds")
    def test_who_sends_a_byte_now_and_then_is_cut_off(self):
        self.serve()
        begin = time.monotonic()
        with socket.create_connection((self.host, self.port), timeout=60) as connection:
            connection.sendall(b"GET /archive HTTP/1.1\r\nHost: localhost\r\n")
            with self.assertRaises(OSError):
                while time.monotonic() < begin + 60:
                    connection.sendall(b"X: y\r\n")
                    time.sleep(0.2)
        self.assertLess(time.monotonic() - begin, 40)
        self.check_serves()

    def test_queries_of_many_at_once(self):
        self.serve("--rate", 1000)
        connections = []
        body = json.dumps({"text": SAID})
        for _ in range(40):
            connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
            connection.request("POST", "/query?text=false", body, JSON)
            connections.append(connection)
        bodies = {Answer(connection.getresponse()).body for connection in connections}
        for connection in connections:
            connection.close()
        self.assertEqual(len(bodies), 1, "all have the same answer")


class Ending(ServeTest):
    def test_signals_end_it_gracefully(self):
        for sent in (signal.SIGTERM, signal.SIGINT):
            process = self.serve()
            idle = socket.create_connection((self.host, self.port), timeout=10)
            self.check_serves()
            process.send_signal(sent)
            self.assertEqual(process.wait(10), 0)
            self.assertEqual(process.stderr.read(), b"")
            idle.close()
            with self.assertRaises(OSError):
                socket.create_connection((self.host, self.port), timeout=5)

    def test_what_was_asked_is_answered_before_it_ends(self):
        process = self.serve()
        body = json.dumps({"text": " ".join(generated_texts(4000))})
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        connection.request("POST", "/query?text=false", body, JSON)
        time.sleep(0.1)  # until it is in hand
        process.send_signal(signal.SIGTERM)
        answer = Answer(connection.getresponse())
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Connection"], "close")
        self.assertEqual(process.wait(30), 0)
        connection.close()

    def test_mistakes_are_said_before_it_serves(self):
        self.check_failure(self.reprise("serve"), 2, "name an archive")
        self.check_failure(self.reprise("serve", "kept", "other"), 2, "one archive")
        self.check_failure(self.reprise("serve", "absent"), 2, "absent: no such folder", "archive create")
        self.check_failure(self.reprise("serve", SAMPLES), 2, "is no archive")
        for option, value, says in (("--port", 70000, "65,535"), ("--listen", "everywhere", "REPRISE_TOKEN|address"), ("--rate", 0, "--rate"),
                                    ("--most-bytes", 0, "--most-bytes"), ("--wait", -1, "--wait"), ("--passage-words", "x", "whole number")):
            self.check_failure(self.reprise("serve", "kept", option, value), 2, says)
        self.serve()
        self.check_failure(self.reprise("serve", "kept", "--port", self.port), 2, f"port {self.port}: can't be listened on", "--port")

    def test_quiet(self):
        process = self.start("serve", "kept", "--port", 0, "--quiet")
        time.sleep(0.5)
        process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=10)
        self.assertEqual((process.returncode, out, err), (0, b"", b""))


class Description(ServeTest):
    """docs/openapi.json holds for what is served."""

    def setUp(self):
        super().setUp()
        self.described = strict_json((SOURCE / "docs/openapi.json").read_text())

    def check_described(self, method, path, answer):
        responses = self.described["paths"][path][method.lower()]["responses"]
        self.assertIn(str(answer.status), responses, f"{method} {path}")
        response = responses[str(answer.status)]
        if "$ref" in response:
            response = self.described["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        kind = answer.headers["Content-Type"].split(";")[0]
        self.assertIn(kind, response["content"])
        if kind.endswith("json"):
            schema = {**response["content"][kind]["schema"], "components": self.described["components"]}
            jsonschema.Draft202012Validator(schema).validate(answer.json())

    def test_each_answer_is_as_described(self):
        self.serve("--writable")
        octets = {"Content-Type": "application/octet-stream"}
        for method, path, address, body, headers in (
                ("GET", "/", "/", None, {}), ("GET", "/archive", "/archive", None, {}), ("GET", "/documents", "/documents?limit=2", None, {}),
                ("GET", "/documents", "/documents?limit=x", None, {}), ("GET", "/documents", "/documents?says=running+for+a+full+decade", None, {}),
                ("GET", "/documents/{id}", "/documents/plant-1-norvane-wire.txt", None, {}), ("GET", "/documents/{id}", "/documents/x", None, {}),
                ("POST", "/query", "/query", json.dumps({"text": SAID}), JSON), ("POST", "/query", "/query", "", JSON),
                ("POST", "/query", "/query", json.dumps({"text": SAID}), {**JSON, "Accept": "text/html"}),
                ("POST", "/query", "/query", json.dumps({"text": SAID}), {**JSON, "Accept": "application/vnd.reprise.page+json"}),
                ("POST", "/query", "/query", "a=b", {"Content-Type": "application/x-www-form-urlencoded"}),
                ("POST", "/documents", "/documents", json.dumps({"id": "a", "text": SAID}), JSON),
                ("POST", "/documents", "/documents", json.dumps({"id": "a", "text": "b"}), JSON),
                ("POST", "/documents", "/documents?name=b.txt", b"A file.", octets)):
            with self.subTest(f"{method} {address}"):
                self.check_described(method, path, self.ask(method, address, body, headers))

    def test_it_describes_all_methods_and_no_others(self):
        self.serve()
        for path, operations in self.described["paths"].items():
            answer = self.ask("BREW", path.replace("{id}", "a"))
            self.assertEqual(answer.headers["Allow"].split(", "), [method.upper() for method in operations], path)

    def test_its_parameters_are_known(self):
        self.serve("--writable")
        for path, operations in self.described["paths"].items():
            for method, operation in operations.items():
                for parameter in operation.get("parameters", []):
                    if "$ref" in parameter:
                        parameter = self.described["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
                    if parameter["in"] == "query":
                        address = path.replace("{id}", "a") + "?" + parameter["name"] + "=3"
                        answer = self.ask(method.upper(), address, "" if method == "post" else None, JSON if method == "post" else {})
                        self.assertNotIn(b"there is no parameter", answer.body)
                self.assertTrue(operation["summary"] and operation["operationId"])


if __name__ == "__main__":
    unittest.main()
