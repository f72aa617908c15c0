#include "models/items/searchedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The text with brackets around what matches.
QString bracketed(const QString &text, const QList<TextSpan> &spans)
{
    QString result = text;
    for (auto span = spans.rbegin(); span != spans.rend(); ++span) {
        result.insert(span->start + span->length, u']');
        result.insert(span->start, u'[');
    }
    return result;
}

} // namespace

class TestSearchWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsFoldedInPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("capitals") << u"Go HTTP"_s << u"go http"_s;
        QTest::newRow("a letter with a mark") << u"Jörg É"_s << u"jorg e"_s;
        QTest::newRow("a letter with two marks") << u"ế"_s << u"e"_s;
        QTest::newRow("Greek and Cyrillic") << u"ΑΒ ЖЗ"_s << u"αβ жз"_s;
        QTest::newRow("a ligature stays one") << u"ﬁx"_s << u"ﬁx"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
    }

    void aTextIsFoldedInPlace()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(folded(text), expected);
        QCOMPARE(folded(text).size(), text.size());
    }

    void wordsAreLettersAndDigits_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("blanks and hyphens")
            << u"go-service, v2"_s << QStringList{u"go"_s, u"service"_s, u"v2"_s};
        QTest::newRow("at both ends") << u"(a)"_s << QStringList{u"a"_s};
        QTest::newRow("none") << u" -- "_s << QStringList();
    }

    void wordsAreLettersAndDigits()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, expected);
        QStringList words;
        for (const TextSpan &span : wordsIn(text))
            words += text.mid(span.start, span.length);
        QCOMPARE(words, expected);
    }

    void aWordIsMet_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("withSlips");
        const auto row
            = [](const char *name, const QString &typed, const QString &word, WordMatch how,
                 bool slips) { QTest::newRow(name) << typed << word << int(how) << slips; };
        row("whole", u"kotlin"_s, u"kotlin"_s, WordMatch::Whole, true);
        row("its beginning", u"kot"_s, u"kotlin"_s, WordMatch::Beginning, false);
        row("inside", u"otl"_s, u"kotlin"_s, WordMatch::Inside, false);
        row("one letter inside is too little", u"o"_s, u"kotlin"_s, WordMatch::None, false);
        row("a wrong letter", u"kotkin"_s, u"kotlin"_s, WordMatch::None, true);
        row("a letter too many", u"kottlin"_s, u"kotlin"_s, WordMatch::None, true);
        row("a missing letter", u"kolin"_s, u"kotlin"_s, WordMatch::None, true);
        row("two letters swapped", u"koltin"_s, u"kotlin"_s, WordMatch::None, true);
        row("a slip in a beginning", u"kubr"_s, u"kubernetes"_s, WordMatch::None, true);
        row("two slips in a long word", u"kubrenets"_s, u"kubernetes"_s, WordMatch::None, true);
        row("two slips in a short word", u"kotxyn"_s, u"kotlin"_s, WordMatch::None, false);
        row("no slip in three letters", u"kat"_s, u"kot"_s, WordMatch::None, false);
        row("something else", u"rust"_s, u"kotlin"_s, WordMatch::None, false);
        row("longer than the word", u"kotlinish"_s, u"kot"_s, WordMatch::None, false);
    }

    void aWordIsMet()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, word);
        QFETCH(const int, how);
        QFETCH(const bool, withSlips);
        QCOMPARE(int(matchPlainly(SearchWord(typed), SearchWord(word))), how);
        QCOMPARE(matchesWithSlips(SearchWord(typed), SearchWord(word)), withSlips);
    }

    void whatMatchesIsShown_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected"); // nothing: no match
        QTest::newRow("a beginning")
            << u"upd"_s << u"Check for catalog updates"_s << u"Check for catalog [upd]ates"_s;
        QTest::newRow("two words in any order")
            << u"serv go"_s << u"Go HTTP service"_s << u"[Go] HTTP [serv]ice"_s;
        QTest::newRow("a word that is not there") << u"go rust"_s << u"Go HTTP service"_s << u""_s;
        QTest::newRow("a slip") << u"sevice"_s << u"Go HTTP service"_s << u"Go HTTP [servic]e"_s;
        QTest::newRow("first letters")
            << u"gh"_s << u"Go HTTP service"_s << u"[G]o [H]TTP service"_s;
        QTest::newRow("a mark over a letter") << u"jorg"_s << u"Für Jörg"_s << u"Für [Jörg]"_s;
        QTest::newRow("overlapping words")
            << u"serv service"_s << u"a service"_s << u"a [service]"_s;
        QTest::newRow("the whole word comes before its beginning")
            << u"go"_s << u"Gopher go"_s << u"Gopher [go]"_s;
    }

    void whatMatchesIsShown()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        const auto match = matchText(searchWords(query), text);
        QCOMPARE(match.has_value(), !expected.isEmpty());
        if (match)
            QCOMPARE(bracketed(text, match->spans), expected);
    }

    void noWordsMatchEverything()
    {
        const auto match = matchText({}, u"anything"_s);
        QVERIFY(match);
        QCOMPARE(match->score, 0);
        QVERIFY(match->spans.isEmpty());
    }

    void theBetterMatchScoresMore_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("in front") << u"open"_s << u"Open folder"_s << u"Folder to open"_s;
        QTest::newRow("a whole word") << u"go"_s << u"A go thing"_s << u"A gopher"_s;
        QTest::newRow("a beginning") << u"ser"_s << u"A service"_s << u"A browser"_s;
        QTest::newRow("without a slip") << u"service"_s << u"A service"_s << u"A servise"_s;
    }

    void theBetterMatchScoresMore()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, better);
        QFETCH(const QString, worse);
        const QList<SearchWord> words = searchWords(query);
        QCOMPARE_GT(matchText(words, better)->score, matchText(words, worse)->score);
    }

    void someWordsAreShownThoughOthersAreMissing()
    {
        const QString text = u"Go HTTP service"_s;
        QCOMPARE(bracketed(text, matchedSpans(searchWords(u"go kafka"), text)),
                 u"[Go] HTTP service"_s);
    }
};

QTEST_GUILESS_MAIN(TestSearchWords)
#include "tst_searchwords.moc"
