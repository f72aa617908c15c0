"""What a template is given: names whose kind is known, so that most of what is asked of them makes sense."""

TEXTS = ["", "a", "Hello World", "my-service", "group:default/payments", " padded\t", "añ漢😀z", "12", "-3.75", "0", "1e3", "0x1f", "True", "None",
         "one\ntwo\n\nthree", "a,b,,c", "<b class=\"x\">T & 'J'</b>", "go-lang_2.0", "UPPER", "camelCaseName", "github.com/acme/orders see https://example.com/a?b=c.",
         "ada@example.org", "x" * 40, "a b  c", "ß", "\\d+", "{{ x }}", "line\r\nend", "٣", "İ", "%s and %d", "{0} {a}", "it's", "both ' and \"", "\x07bell\x7f",
         "é", "ǆ", "½", "tab\there", " \u00a0", "inf", "1_000", "the quick brown fox jumps over-the lazy dog", "&lt;i&gt; &amp; &#39;", "/a/b c?d=é&f"]
NUMBERS = [0, 1, 2, 3, 5, 7, 10, 42, 100, 8080, -1, -7, 2.5, -0.5, 0.1, 1 / 3, 1e21, 1e-7, 123456789012, 9007199254740993, 1e16, 0.000001234, 99.995, -0.0,
           1.0, 10 ** 20, -10 ** 30, 2 ** 63, 2 ** 64 - 1, 123456.789, 1e300, 0.5, 1.5]
KEYS = ["name", "kind", "a", "b", "x", "id", "team/owner", "with-dash", "1", "10", "2", "", "Z", "key", "items", "data-x", "A", "é"]


def data_of(source):
    def text():
        return source.one(TEXTS)

    def number():
        return source.one(NUMBERS)

    def scalar():
        return source.weighted([(4, text), (4, number), (2, lambda: source.one([None, True, False]))])()

    def value(depth):
        if depth <= 0 or source.chance(50):
            return scalar()
        return list_of(depth - 1) if source.chance(50) else map_of(depth - 1)

    def list_of(depth):
        return source.many(0, 4, lambda: value(depth))

    def map_of(depth):
        return dict(source.many(0, 4, lambda: (source.one(KEYS), value(depth))))

    def record():
        made = {"name": text(), "n": number(), "on": source.chance(50), "tags": source.many(0, 2, text)}
        return {**made, "more": value(2)} if source.chance(30) else made

    return {
        "s": text(), "t": text(), "u": text(), "n": number(), "i": source.below(7), "m": number(), "f": source.one([2.5, -0.5, 0.1, 1e16, 3.0, 1e-7, 12.345]), "yes": True, "no": False, "nil": None, "empty": "",
        "xs": source.many(0, 5, number), "ss": source.many(0, 5, text), "mix": list_of(2), "el": [], "o": map_of(2), "eo": {}, "rs": source.many(0, 4, record),
        "pairs": source.many(0, 3, lambda: [text(), scalar()]), "ints": source.many(0, 5, lambda: source.below(9)),
        "tree": [{"name": "r", "kids": [{"name": "c", "kids": []}, {"name": "d", "kids": [{"name": "e", "kids": []}]}]}],
        "values": {"name": "orders", "port": 8080, "owner": "group:default/payments", "tags": ["go", "http"], "db": {"kind": "postgres", "on": True}, "list": list_of(2), "any": value(2)},
    }
