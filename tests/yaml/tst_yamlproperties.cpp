#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/randomvalues.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// Writes YAML in all its usual styles, always the same for one seed.
class TextSource
{
public:
    explicit TextSource(quint32 seed)
        : m_random(seed)
    {
    }

    /// A map, each of its lines indented by `indent`.
    QByteArray map(int indent, int depth)
    {
        QByteArray text;
        const int count = m_random.bounded(1, 5);
        for (int i = 0; i < count; ++i) {
            text += QByteArray(indent, ' ') + "k" + QByteArray::number(i) + pick(keyEnds)
                + value(indent, depth);
        }
        return text;
    }

    /// `text` with some of its characters changed.
    QByteArray damaged(QByteArray text)
    {
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            const auto place = m_random.bounded(text.size());
            switch (m_random.bounded(3)) {
            case 0:
                text.remove(place, m_random.bounded(1, 4));
                break;
            case 1:
                text.insert(place, pick(pieces));
                break;
            default:
                text.replace(place, 1, pick(pieces));
            }
            if (text.isEmpty())
                return "a";
        }
        return text;
    }

private:
    static inline const QByteArrayList keyEnds{": ", ":  ", " : ", ": "};
    static inline const QByteArrayList pieces{" ",  "  ", "\n", "\n  ", "\"", "'",   "- ",     "-",
                                              ": ", ":",  "#",  " #",   "[",  "]",   "{",      "}",
                                              ",",  "?",  "? ", "|",    ">",  "%",   "@",      "x",
                                              "é",  "~",  "1",  "\\",   "\t", "...", "\n---\n"};
    static inline const QByteArrayList scalars{
        "a",     "b c",        "1",    "-1.5", "true",     "~",        "yes",
        "010",   "http://x/y", "a#b",  "-x",   "--flag=1", "é 😀",     "'it''s'",
        "\"q\"", "\"\\n\\t\"", "''",   "\"\"", "'a: b'",   "\"# no\"", "2026-01-01",
        "1_000", "0x1F",       ".inf", "<<x",  "a: b"};
    static inline const QByteArrayList ends{"\n", " # comment\n", "  \n", "\n\n"};

    const QByteArray &pick(const QByteArrayList &list)
    {
        return list.at(m_random.bounded(list.size()));
    }
    QByteArray scalar() { return pick(scalars); }
    QByteArray flowScalar()
    {
        static const QByteArrayList plain{"a", "b c", "1", "true", "\"x, y\"", "'[z]'", "-5"};
        return pick(plain);
    }
    QByteArray flow(int depth)
    {
        const bool isList = m_random.bounded(2) == 0;
        QByteArrayList parts;
        for (int i = m_random.bounded(4); i > 0; --i) {
            const QByteArray inner
                = depth > 0 && m_random.bounded(3) == 0 ? flow(depth - 1) : flowScalar();
            parts += isList ? inner : "f" + QByteArray::number(i) + ": " + inner;
        }
        const QByteArray inside = parts.join(m_random.bounded(2) == 0 ? ", " : " , ");
        return isList ? "[" + inside + "]" : "{" + inside + "}";
    }
    QByteArray block(int indent)
    {
        static const QByteArrayList heads{"|\n", "|-\n", "|+\n", ">\n", ">-\n", ">+\n"};
        QByteArray text = pick(heads);
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            text += QByteArray(indent + 2, ' ') + scalar() + "\n";
            if (m_random.bounded(3) == 0)
                text += "\n";
        }
        return text;
    }
    QByteArray list(int indent, int depth)
    {
        QByteArray text;
        for (int i = m_random.bounded(1, 4); i > 0; --i)
            text += QByteArray(indent, ' ') + "- " + value(indent, depth);
        return text;
    }
    QByteArray value(int indent, int depth)
    {
        switch (m_random.bounded(depth > 0 ? 7 : 4)) {
        case 0:
            return block(indent);
        case 1:
            return flow(2) + pick(ends);
        case 2:
            return pick(ends); // null
        case 3:
            return quotedOrPlain() + pick(ends);
        case 4:
            return "\n" + list(indent + 2, depth - 1);
        default:
            return "\n" + map(indent + 2, depth - 1);
        }
    }
    QByteArray quotedOrPlain()
    {
        const QByteArray text = scalar();
        return text == "a: b" ? "\"" + text + "\"" : text;
    }

    QRandomGenerator m_random;
};

/// Every node below `node` with its place, style and tag.
QStringList described(const YamlNode &node)
{
    QStringList lines{u"%1:%2 %3 %4 %5"_s.arg(node.position().line)
                          .arg(node.position().column)
                          .arg(static_cast<int>(node.style()))
                          .arg(node.tag(), node.text())};
    for (const YamlNode &item : node.items())
        lines += described(item);
    for (const YamlNode::Entry &entry : node.entries()) {
        if (entry.key.text() != u"anchored"_s)
            lines += described(entry.key) + described(entry.value);
    }
    return lines;
}

/// `yaml`, a map, with one more key that has an anchor: then yaml-cpp is asked too.
QByteArray anchored(const QByteArray &yaml)
{
    return yaml + "anchored: &here 1\n";
}

bool hasErrors(const ParsedYaml &parsed)
{
    return parsed.firstError() != nullptr;
}

} // namespace

class TestYamlProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withAndWithoutAnchorADocumentIsReadAlike_data() { addSeeds(150); }

    void withAndWithoutAnchorADocumentIsReadAlike()
    {
        QFETCH(const quint32, seed);
        const QByteArray yaml = TextSource(seed).map(0, 3);
        const Result<YamlDocument> plain = parseYamlDocument(yaml);
        VERIFY_RESULT(plain);
        const Result<YamlDocument> other = parseYamlDocument(anchored(yaml));
        VERIFY_RESULT(other);
        QCOMPARE(described(other->root()), described(plain->root()));
    }

    void damageIsReadAlikeOrRefusedAtAPlaceInTheText_data() { addSeeds(400); }

    void damageIsReadAlikeOrRefusedAtAPlaceInTheText()
    {
        QFETCH(const quint32, seed);
        TextSource source(seed);
        const QByteArray yaml = source.damaged(source.map(0, 2)) + '\n';
        const ParsedYaml parsed = parseYaml(yaml, {.file = u"d.yaml"_s});
        for (const Problem &problem : parsed.problems) {
            QCOMPARE(problem.file, u"d.yaml"_s);
            QVERIFY(problem.position.has_value());
            QVERIFY(problem.position->line >= 1);
            QVERIFY(problem.position->line <= yaml.count('\n') + 1);
            QVERIFY(problem.position->column >= 1);
            QVERIFY(!problem.message.isEmpty());
        }
        const ParsedYaml other = parseYaml(anchored(yaml));
        const bool isComparable = !hasErrors(parsed) && !hasErrors(other)
            && parsed.documents.size() == 1 && other.documents.size() == 1;
        if (isComparable && parsed.documents.first().root().isMap())
            QCOMPARE(described(other.documents.first().root()),
                     described(parsed.documents.first().root()));
    }

    void aTypeSurvivesTheOtherSchema_data() { addSeeds(60); }

    void aTypeSurvivesTheOtherSchema()
    {
        QFETCH(const quint32, seed);
        const QByteArray yaml = TextSource(seed).map(0, 3);
        const Result<Value> old = parseYamlValue(yaml, {.schema = YamlSchema::Yaml11});
        VERIFY_RESULT(old);
        // What was read by 1.1 is written so that 1.2 reads the same.
        const Result<Value> back = parseYamlValue(toYaml(*old));
        VERIFY_RESULT(back);
        QCOMPARE(toJson(*back), toJson(*old));
    }

    void aCutTextIsNeverMoreThanItWas_data() { addSeeds(60); }

    void aCutTextIsNeverMoreThanItWas()
    {
        QFETCH(const quint32, seed);
        const QByteArray yaml = TextSource(seed).map(0, 2);
        for (qsizetype size = 0; size < yaml.size(); size += 7) {
            const ParsedYaml cut = parseYaml(QByteArrayView(yaml).first(size));
            QVERIFY(cut.documents.size() <= 1);
            QVERIFY(!cut.documents.isEmpty() || hasErrors(cut) || size == 0);
        }
    }

private:
    static void addSeeds(quint32 usual)
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= testing::propertyRuns(usual); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
};

QTEST_APPLESS_MAIN(TestYamlProperties)
#include "tst_yamlproperties.moc"
