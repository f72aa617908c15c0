#include "models/git/shellwords.h"

#include "models/base/shellquoting.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark::git {

QString shellQuoted(const QString &word)
{
    const auto isPlain
        = [](QChar c) { return c.isLetterOrNumber() || u"/._-+:@%,="_s.contains(c); };
    if (!word.isEmpty() && std::ranges::all_of(word, isPlain))
        return word;
    return singleQuoted(word);
}

QStringList shellWords(const QString &command)
{
    QStringList words;
    QString word;
    bool isOpen = false; // a word, which may be empty between quotes
    QChar quote;
    for (qsizetype i = 0; i < command.size(); ++i) {
        const QChar c = command.at(i);
        if (quote.isNull() && c.isSpace()) {
            if (isOpen)
                words += std::exchange(word, {});
            isOpen = false;
            continue;
        }
        isOpen = true;
        if (quote.isNull() && (c == u'\'' || c == u'"'))
            quote = c;
        else if (c == quote)
            quote = {};
        else if (c == u'\\' && quote != u'\'' && i + 1 < command.size())
            word += command.at(++i);
        else
            word += c;
    }
    if (!quote.isNull())
        return {};
    if (isOpen)
        words += word;
    return words;
}

} // namespace waymark::git
