#include "models/jinja/globals/registry.h"

#include "models/jinja/dialects/python.h"
#include "models/jinja/methods/pythonarguments.h"

#include <array>

namespace waymark::jinja {
namespace {

constexpr std::array words = {
    u"lorem",   u"ipsum",  u"dolor",    u"sit",     u"amet",     u"elit",     u"sed",
    u"magna",   u"nulla",  u"porta",    u"vitae",   u"risus",    u"quam",     u"mauris",
    u"pretium", u"tellus", u"faucibus", u"rhoncus", u"interdum", u"volutpat", u"sagittis",
    u"tempus",  u"varius", u"aliquet",  u"blandit", u"cursus",   u"dapibus",  u"egestas",
};

/// One paragraph of so many words: sentences, with a comma here and there.
QString paragraph(Runtime &runtime, qint64 count)
{
    QStringList parts;
    qint64 nextComma = 0;
    qint64 nextStop = 0;
    bool startsSentence = true;
    QString last;
    for (qint64 i = 0; i < count; ++i) {
        QString word = last;
        while (word == last)
            word = QString(words[runtime.random(words.size())]);
        last = word;
        if (startsSentence)
            word[0] = word[0].toUpper();
        startsSentence = false;
        if (i - static_cast<qint64>(runtime.random(6) + 3) > nextComma) {
            nextComma = i;
            nextStop += 2;
            word += u',';
        }
        if (i - static_cast<qint64>(runtime.random(11) + 10) > nextStop) {
            nextComma = nextStop = i;
            word += u'.';
            startsSentence = true;
        }
        parts += word;
    }
    QString text = parts.join(u' ');
    if (text.endsWith(u','))
        text.chop(1);
    return text.endsWith(u'.') ? text : text + u'.';
}

/// jinja2.utils.generate_lorem_ipsum(), whose words are by chance.
Value lipsum(Call &call)
{
    Runtime &runtime = call.runtime();
    const qint64 paragraphs = asIndex(runtime, call[0]);
    const qint64 least = asIndex(runtime, call[2]);
    const qint64 most = asIndex(runtime, call[3]);
    const bool isMarkup = call.truthy(1);
    QStringList made;
    for (qint64 i = 0; i < paragraphs; ++i) {
        if (least >= most) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral("empty range for randrange() (%1, %2, %3)")
                             .arg(least)
                             .arg(most)
                             .arg(most - least));
        }
        const qint64 count
            = least + static_cast<qint64>(runtime.random(static_cast<quint64>(most - least)));
        runtime.charge(static_cast<quint64>(std::max<qint64>(count, 1)));
        runtime.chargeText(std::max<qint64>(count, 0) * 8);
        const QString text = paragraph(runtime, count);
        made += isMarkup ? QStringLiteral("<p>%1</p>").arg(python::escape(text)) : text;
    }
    return isMarkup ? Value::markup(made.join(u'\n')) : Value(made.join(QStringLiteral("\n\n")));
}

constexpr FunctionRow rows[] = {
    {u"lipsum", "generate_lorem_ipsum(n=5, html=True, min=20, max=100)", lipsum},
};

} // namespace

std::span<const FunctionRow> jinja2LipsumGlobals()
{
    return rows;
}

} // namespace waymark::jinja
