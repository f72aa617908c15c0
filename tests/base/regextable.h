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
