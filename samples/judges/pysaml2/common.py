"""What both sides have in common: a small server on this machine alone."""
import http.server
import urllib.parse


def serve(port, pages):
    """Answers until it is stopped; pages maps a path to a function of the fields that were sent."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer(urllib.parse.urlsplit(self.path).query)

        def do_POST(self):
            length = min(int(self.headers.get("Content-Length", "0")), 1 << 20)
            self.answer(self.rfile.read(length).decode("utf-8"))

        def answer(self, sent):
            fields = {name: values[0] for name, values in urllib.parse.parse_qs(sent).items()}
            page = pages.get(urllib.parse.urlsplit(self.path).path)
            status, headers, body = page(fields) if page else (404, {}, "nothing here")
            content = body.encode("utf-8")
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *ignored):
            pass

    server = http.server.HTTPServer(("127.0.0.1", port), Handler)
    print("listening", flush=True)
    server.serve_forever()
