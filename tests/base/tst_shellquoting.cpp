#include "models/base/shellquoting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestShellQuoting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreQuoted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("single");
        QTest::addColumn<QString>("shlex"); // as Python prints it
        QTest::newRow("nothing") << u""_s << u"''"_s << u"''"_s;
        QTest::newRow("a plain one")
            << u"a1_@%+=:,./-"_s << u"'a1_@%+=:,./-'"_s << u"a1_@%+=:,./-"_s;
        QTest::newRow("a blank") << u"a b"_s << u"'a b'"_s << u"'a b'"_s;
        QTest::newRow("umlauts") << u"größe"_s << u"'größe'"_s << u"'größe'"_s;
        QTest::newRow("an apostrophe") << u"it's"_s << u"'it'\\''s'"_s << u"'it'\"'\"'s'"_s;
        QTest::newRow("a variable") << u"$HOME"_s << u"'$HOME'"_s << u"'$HOME'"_s;
        QTest::newRow("a home") << u"~ada"_s << u"'~ada'"_s << u"'~ada'"_s;
        QTest::newRow("a line end") << u"a\nb"_s << u"'a\nb'"_s << u"'a\nb'"_s;
    }

    void textsAreQuoted()
    {
        QFETCH(const QString, text);
        QTEST(singleQuoted(text), "single");
        QTEST(shlexQuoted(text), "shlex");
    }
};

QTEST_APPLESS_MAIN(TestShellQuoting)
#include "tst_shellquoting.moc"
