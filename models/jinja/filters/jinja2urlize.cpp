#include "models/jinja/filters/jinja2urlize.h"

#include "models/base/regex.h"
#include "models/jinja/dialect.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

Regex compiled(const QString &pattern)
{
    const auto regex = Regex::compile(pattern, RegexSyntax::Python, {.ignoreCase = true});
    Q_ASSERT(regex);
    return *regex;
}

/// What Jinja2 takes for the address of a page: with a scheme or "www.", or a name in one of the
/// old domains, or an IP address with a scheme; then a port, a path, a query, a fragment.
const Regex &pageAddress()
{
    static const Regex regex = compiled(QStringLiteral(
        "^(?:(?:https?://|www\\.)(?:(?:[\\w%-]+\\.)+)?(?:[a-z]{2,63}|xn--[\\w%]{2,59})"
        "|(?:[\\w%-]{2,63}\\.)+(?:com|net|int|edu|gov|org|info|mil)"
        "|https?://(?:\\d{1,3}(?:\\.\\d{1,3}){3}"
        "|\\[(?:[\\da-f]{0,4}:){2}(?:[\\da-f]{0,4}:?){1,6}\\]))"
        "(?::\\d{1,5})?(?:[/?#]\\S*)?$"));
    return regex;
}

const Regex &mailAddress()
{
    static const Regex regex = compiled(QStringLiteral("^\\S+@\\w[\\w.-]*\\.\\w+$"));
    return regex;
}

/// One word of the text, which may have brackets before it and punctuation behind it.
struct Word
{
    QString head = {};
    QString middle = {};
    QString tail = {};
};

qsizetype headLength(QStringView word)
{
    qsizetype length = 0;
    for (;;) {
        const QStringView rest = word.sliced(length);
        if (rest.startsWith(u'(') || rest.startsWith(u'<'))
            ++length;
        else if (rest.startsWith(u"&lt;"))
            length += 4;
        else
            return length;
    }
}

qsizetype tailStart(QStringView word)
{
    for (;;) {
        if (word.endsWith(u"&gt;"))
            word.chop(4);
        else if (!word.isEmpty() && QStringView(u")>.,\n").contains(word.back()))
            word.chop(1);
        else
            return word.size();
    }
}

Word takenApart(QStringView text)
{
    const qsizetype head = headLength(text);
    const QStringView rest = text.sliced(head);
    const qsizetype tail = tailStart(rest);
    Word word{text.first(head).toString(), rest.first(tail).toString(),
              rest.sliced(tail).toString()};
    static constexpr QStringView pairs[][2] = {{u"(", u")"}, {u"<", u">"}, {u"&lt;", u"&gt;"}};
    for (const auto &[open, close] : pairs) {
        const qsizetype opened = word.middle.count(open);
        if (opened <= word.middle.count(close))
            continue;
        // A bracket that was opened inside the address is closed there.
        for (qsizetype i = std::min(opened, word.tail.count(close)); i > 0; --i) {
            const qsizetype end = word.tail.indexOf(close) + close.size();
            word.middle += QStringView(word.tail).first(end);
            word.tail.remove(0, end);
        }
    }
    return word;
}

class Linker
{
public:
    Linker(Runtime &runtime, const LinkOptions &options)
        : m_runtime(runtime)
        , m_options(options)
    {
        if (!options.relation.isEmpty())
            m_attributes = QStringLiteral(" rel=\"%1\"").arg(escaped(options.relation));
        if (!options.target.isEmpty())
            m_attributes += QStringLiteral(" target=\"%1\"").arg(escaped(options.target));
    }

    QString linked(const QString &text) const
    {
        if (matches(pageAddress(), text)) {
            const bool hasScheme = text.startsWith(u"https://") || text.startsWith(u"http://");
            return anchor(hasScheme ? text : QStringLiteral("https://") + text, m_attributes,
                          shortened(text));
        }
        if (text.startsWith(u"mailto:") && matches(mailAddress(), text.sliced(7)))
            return anchor(text, {}, text.sliced(7));
        const bool isMail = text.contains(u'@') && !text.startsWith(u"www.")
            && !text.startsWith(u'@') && !text.contains(u':');
        if (isMail && matches(mailAddress(), text))
            return anchor(QStringLiteral("mailto:") + text, {}, text);
        QString result = text;
        for (const QString &scheme : m_options.schemes) {
            if (result != scheme && result.startsWith(scheme))
                result = anchor(result, m_attributes, result);
        }
        return result;
    }

private:
    [[nodiscard]] QString escaped(const QString &text) const
    {
        return m_runtime.dialect().escape(text);
    }

    [[nodiscard]] bool matches(const Regex &regex, const QString &text) const
    {
        const auto match = regex.matchAt(text);
        if (!match)
            m_runtime.fail(FailureKind::Limit, match.error().problem.message);
        return match->has_value();
    }

    [[nodiscard]] QString shortened(const QString &text) const
    {
        const qint64 length = codePointCount(text);
        const Value &limit = m_options.longestText;
        if (limit.isNone() || !m_runtime.compare(Comparison::Greater, Value(length), limit))
            return text;
        const qint64 kept = clampedBound(asSliceBound(m_runtime, limit, length), length);
        return text.first(unitOf(text, kept)) + QStringLiteral("...");
    }

    [[nodiscard]] static QString anchor(const QString &address, const QString &attributes,
                                        const QString &text)
    {
        return QStringLiteral("<a href=\"") + address + u'"' + attributes + u'>' + text
            + QStringLiteral("</a>");
    }

    Runtime &m_runtime;
    const LinkOptions &m_options;
    QString m_attributes;
};

} // namespace

QString withLinks(Runtime &runtime, const QString &markup, const LinkOptions &options)
{
    const Linker linker(runtime, options);
    QString result;
    qsizetype at = 0;
    while (at < markup.size()) {
        qsizetype end = at;
        while (end < markup.size() && !isPythonSpace(markup[end].unicode()))
            ++end;
        runtime.chargeText(result.size() / 16 + end - at);
        const Word word = takenApart(QStringView(markup).sliced(at, end - at));
        result += word.head + linker.linked(word.middle) + word.tail;
        for (at = end; at < markup.size() && isPythonSpace(markup[at].unicode()); ++at)
            result += markup[at];
    }
    return result;
}

} // namespace waymark::jinja
