#include "models/items/wordparts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// `line` with brackets around its parts.
QString bracketed(const QString &line, const QList<MarkedColumns> &parts)
{
    QString text = line;
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        text.insert(part->end - 1, u']');
        text.insert(part->start - 1, u'[');
    }
    return text;
}

} // namespace

class TestWordParts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatDifferAreFound_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const auto row
            = [](const char *name, const QString &before, const QString &after, const QString &left,
                 const QString &right) { QTest::newRow(name) << before << after << left << right; };
        row("one word", u"memory: 256Mi"_s, u"memory: 512Mi"_s, u"memory: [256]Mi"_s,
            u"memory: [512]Mi"_s);
        row("something is put in", u"cart-api,payments"_s, u"cart-api,orders-api,payments"_s,
            u"cart-api,payments"_s, u"cart-api,[orders-api,]payments"_s);
        row("two words apart", u"cpu: 250m, memory: 256Mi, x"_s, u"cpu: 500m, memory: 512Mi, x"_s,
            u"cpu: [250m], memory: [256]Mi, x"_s, u"cpu: [500m], memory: [512]Mi, x"_s);
        row("signs alone tie nothing", u"name: foo-bar # x"_s, u"name: baz-qux # x"_s,
            u"name: [foo-bar] # x"_s, u"name: [baz-qux] # x"_s);
        row("the order counts", u"run one two end"_s, u"run two one end"_s, u"run [one ]two end"_s,
            u"run two[ one] end"_s);
        row("little in common", u"abcdef"_s, u"xyz uvw"_s, u"abcdef"_s, u"xyz uvw"_s);
        row("the same", u"as it is"_s, u"as it is"_s, u"as it is"_s, u"as it is"_s);
        row("nothing before", u""_s, u"something"_s, u""_s, u"[something]"_s);
        row("surrogates stay whole", u"a \U0001F600 b"_s, u"a \U0001F601 b"_s,
            u"a [\U0001F600] b"_s, u"a [\U0001F601] b"_s);
    }

    void wordsThatDifferAreFound()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        const WordParts parts = differentParts(before, after);
        QTEST(bracketed(before, parts.before), "left");
        QTEST(bracketed(after, parts.after), "right");
    }

    /// Beyond a number of words, all between both ends is different.
    void longLinesAreNotComparedWordByWord()
    {
        const QString before = u"same "_s.repeated(300) + u"a "_s + u"same "_s.repeated(300);
        const QString words = u"x y "_s.repeated(300);
        const WordParts parts
            = differentParts(u"begin "_s.repeated(300) + u"1 "_s + words + u"2"_s,
                             u"begin "_s.repeated(300) + u"3 "_s + words + u"4"_s);
        QCOMPARE(parts.before.size(), 1);
        QCOMPARE(differentParts(before, before + u"b"_s).after.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestWordParts)
#include "tst_wordparts.moc"
