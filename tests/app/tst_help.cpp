#include "app/cli/commandline.h"
#include "app/cli/completion.h"
#include "app/cli/help.h"
#include "app/cli/manpage.h"
#include "app/cli/reporter.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCommandIsInTheGeneralHelp()
    {
        const QString help = generalHelp();
        for (const Command &command : commands())
            QVERIFY2(help.contains(command.name + u' '), qPrintable(command.name));
    }

    void everyOptionIsInTheHelpOfItsCommandAndInTheManual()
    {
        const QString manual = QString::fromUtf8(manualPage()).replace(u"\\-"_s, u"-"_s);
        for (const Command &command : commands()) {
            const QString help = commandHelp(command);
            QVERIFY(help.contains(usage(command)));
            QVERIFY2(manual.contains(usage(command)), qPrintable(command.name));
            for (const Option &option : allOptions(command)) {
                QVERIFY2(help.contains(option.name), qPrintable(option.name));
                QVERIFY2(manual.contains(option.name), qPrintable(option.name));
            }
        }
    }

    void whatIsTakenBesideTheOptionsOfAnotherCommandIsSaid()
    {
        const auto &all = commands();
        const auto of = [&](const QString &name) {
            return namesOf(std::ranges::find(all, name, &Command::name)->options);
        };
        const QString about = std::ranges::find(all, u"plan"_s, &Command::name)->description;
        for (const QString &option : of(u"new"_s) + of(u"plan"_s)) {
            const bool isOfBoth = of(u"new"_s).contains(option) && of(u"plan"_s).contains(option);
            QVERIFY2(about.contains(option) != isOfBoth, qPrintable(option));
        }
    }

    void theManualKnowsHowAnInterruptionEnds()
    {
        const QByteArray page = manualPage();
        const QByteArray status = page.sliced(page.indexOf(".SH EXIT STATUS"));
        for (const char *code : {"0", "1", "2", "3", "129, 130, 143"})
            QVERIFY2(status.contains("\\fB" + QByteArray(code) + "\\fR\n"), code);
    }

    void theManualSaysWhatCanBeRepeatedAndWhereThingsAre()
    {
        const QByteArray page = manualPage();
        const QByteArray set = page.sliced(page.indexOf("\\fB\\-\\-set\\fR"), 200);
        QVERIFY2(set.contains("Can be repeated."), set.constData());
        for (const char *place : {"$XDG_CONFIG_HOME/waymark/sources.yaml",
                                  "$XDG_DATA_HOME/waymark/drafts/", "$XDG_STATE_HOME/waymark/"})
            QVERIFY2(page.contains(place), place);
        QVERIFY(page.contains("~/.local/share"));
    }

    void everyOptionIsOfferedByEveryShell_data()
    {
        QTest::addColumn<QString>("shell");
        QTest::addColumn<QString>("dashes");
        QTest::newRow("bash") << u"bash"_s << u"--"_s;
        QTest::newRow("zsh") << u"zsh"_s << u"--"_s;
        QTest::newRow("fish") << u"fish"_s << u"-l "_s;
    }

    void everyOptionIsOfferedByEveryShell()
    {
        QFETCH(const QString, shell);
        QFETCH(const QString, dashes);
        const QString script = QString::fromUtf8(completionScript(shell));
        for (const Command &command : commands()) {
            QVERIFY(script.contains(command.name));
            for (const Option &option : allOptions(command))
                QVERIFY2(script.contains(dashes + option.name.sliced(2)), qPrintable(option.name));
        }
        for (const QString &choice : {u"nunjucks"_s, u"immutable"_s, u"chainable"_s})
            QVERIFY2(script.contains(choice), qPrintable(choice));
    }

    void linesOfHelpFitATerminal()
    {
        for (const QString &line : generalHelp().split(u'\n'))
            QVERIFY2(line.size() <= 110, qPrintable(line));
        for (const Command &command : commands()) {
            for (const QString &line : commandHelp(command).split(u'\n'))
                QVERIFY2(line.size() <= 110, qPrintable(line));
        }
    }

    void textIsWrappedBetweenWords()
    {
        QCOMPARE(wrapped(u"one two three four"_s, 9, 2), u"one two\n  three\n  four"_s);
        QCOMPARE(wrapped(u"  a   b "_s, 9, 0), u"a b"_s);
        QCOMPARE(wrapped(u"unbreakable"_s, 4, 2), u"unbreakable"_s);
    }

    void whatWouldDeceiveIsShownAsItIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"größer → 😀\t\n"_s << u"größer → 😀\t\n"_s;
        QTest::newRow("an escape sequence") << u"\x1b[2J"_s << u"\\u{1b}[2J"_s;
        QTest::newRow("a carriage return") << u"a\rb"_s << u"a\\u{d}b"_s;
        QTest::newRow("right to left override") << QString(u"a\u202eb"_s) << u"a\\u{202e}b"_s;
        QTest::newRow("an isolate") << QString(u"\u2066x\u2069"_s) << u"\\u{2066}x\\u{2069}"_s;
        QTest::newRow("zero width space") << QString(u"a\u200bb"_s) << u"a\\u{200b}b"_s;
        QTest::newRow("a byte order mark") << QString(u"\ufeffx"_s) << u"\\u{feff}x"_s;
        QTest::newRow("C1 control") << QString(u"\u009b1m"_s) << u"\\u{9b}1m"_s;
    }

    void whatWouldDeceiveIsShownAsItIs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(printable(QStringView(text)), shown);
    }

    void aNameStaysInItsLine()
    {
        QCOMPARE(printableName(u"x\nPlan: 0000\t"), u"x\\u{a}Plan: 0000\\u{9}"_s);
        QCOMPARE(printable(QByteArrayView("x\ny")), u"x\\u{a}y"_s);
    }

    void bytesThatAreNoTextAreShownAsReplaced()
    {
        QCOMPARE(printable(QByteArrayView("a\xff")), u"a\ufffd"_s);
    }
};

QTEST_APPLESS_MAIN(TestHelp)
#include "tst_help.moc"
