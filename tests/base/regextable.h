#pragma once

#include "models/base/regex.h"

#include <QTest>

/// Columns and rows of tables of patterns; what they expect was printed by python3 and node.
inline void addMatchColumns()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<waymark::RegexOptions>("options");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("matches");
}

/// `flags` are letters of "imsax"; `matches` is as shown() prints them.
inline void addMatch(const char *name, const QString &pattern, const QByteArray &flags,
                     const QString &subject, const char *matches)
{
    const waymark::RegexOptions options{
        .ignoreCase = flags.contains('i'),
        .multiline = flags.contains('m'),
        .dotAll = flags.contains('s'),
        .ascii = flags.contains('a'),
        .verbose = flags.contains('x'),
    };
    QTest::newRow(name) << pattern << options << subject << QString::fromLatin1(matches);
}

/// "0-3(0-1,-) 4-4": where the matches start and end, and their groups.
inline QString shown(const QList<waymark::RegexMatch> &matches)
{
    QStringList texts;
    for (const waymark::RegexMatch &match : matches) {
        QStringList spans;
        for (const waymark::RegexMatch::Span &span : match.groups) {
            const QString text = QString::number(span.start) + u'-' + QString::number(span.end);
            spans += span.isValid() ? text : QString(u'-');
        }
        const QString whole = spans.takeFirst();
        texts += spans.isEmpty() ? whole : whole + u'(' + spans.join(u',') + u')';
    }
    return texts.join(u' ');
}

/// Patterns that JavaScript refuses, with flag u and without.
inline void addRefusedByJavaScript()
{
    using namespace Qt::StringLiterals;
    QTest::addColumn<QString>("pattern");
    QTest::newRow("no end of a group") << u"(a"_s;
    QTest::newRow("a group closed twice") << u"a)"_s;
    QTest::newRow("no end of a class") << u"[a"_s;
    QTest::newRow("nothing to repeat") << u"*a"_s;
    QTest::newRow("nothing to repeat behind a bar") << u"a|+"_s;
    QTest::newRow("a repetition repeated") << u"a**"_s;
    QTest::newRow("possessive") << u"a++"_s;
    QTest::newRow("braces repeated") << u"a{2}{3}"_s;
    QTest::newRow("braces at the start") << u"{2}"_s;
    QTest::newRow("repeating an anchor") << u"^*"_s;
    QTest::newRow("repeating a boundary") << u"\\b+"_s;
    QTest::newRow("repeating a look behind") << u"(?<=a)*"_s;
    QTest::newRow("a backslash at the end") << u"a\\"_s;
    QTest::newRow("a range turned round") << u"[b-a]"_s;
    QTest::newRow("braces turned round") << u"a{3,2}"_s;
    QTest::newRow("atomic") << u"(?>a)"_s;
    QTest::newRow("Python's named group") << u"(?P<n>a)"_s;
    QTest::newRow("a comment") << u"(?#a)"_s;
    QTest::newRow("flags") << u"(?i)a"_s;
    QTest::newRow("a condition") << u"(a)?(?(1)b)"_s;
    QTest::newRow("recursion") << u"(?R)"_s;
    QTest::newRow("branch reset") << u"(?|a|b)"_s;
    QTest::newRow("a name twice") << u"(?<n>a)(?<n>b)"_s;
    QTest::newRow("a bad name") << u"(?<1>a)"_s;
    QTest::newRow("no end of a name") << u"(?<n"_s;
    QTest::newRow("k in a class where there are names") << u"(?<n>a)[\\k]"_s;
    QTest::newRow("a name that is not there") << u"(?<n>a)\\k<m>"_s;
    QTest::newRow("k without a name where there are names") << u"(?<n>a)\\k"_s;
}

/// Compares: the row's pattern is no pattern of `syntax`, which is said with its place.
inline void checkRefused(waymark::RegexSyntax syntax)
{
    QFETCH(const QString, pattern);
    const auto regex = waymark::Regex::compile(pattern, syntax);
    QVERIFY(!regex);
    QCOMPARE(regex.error().problem.code, QStringLiteral("regex.syntax"));
    QVERIFY(regex.error().problem.position);
    QVERIFY(!regex.error().problem.message.isEmpty());
}
