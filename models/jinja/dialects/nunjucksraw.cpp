#include "models/jinja/dialects/nunjuckslexer.h"

namespace waymark::jinja {

/// Behind "{% raw %}": up to the tag that ends it. Where there is none, nothing was raw.
void NunjucksLexer::readRaw()
{
    const QString endTag = QStringLiteral("end") + m_tag;
    const qsizetype from = m_at;
    int level = 1;
    qsizetype taken = m_at;
    for (qsizetype at = m_text.indexOf(u"{%", from); at >= 0; at = m_text.indexOf(u"{%", at + 1)) {
        qsizetype name = at + 2;
        const auto skip = [&] {
            while (name < m_text.size() && isJavaScriptSpace(m_text[name]))
                ++name;
        };
        skip();
        const bool isEnd = looksAt(endTag, name);
        if (!isEnd && !looksAt(m_tag, name))
            continue;
        name += isEnd ? endTag.size() : m_tag.size();
        skip();
        if (!looksAt(u"%}", name))
            continue;
        level += isEnd ? -1 : 1;
        taken = name + 2;
        if (level == 0) {
            if (m_text.sliced(at, taken - at).contains(u'\n'))
                fail(QStringLiteral("%1 cannot span lines").arg(endTag), at);
            m_pending = Token{TokenType::Data, from, m_text.sliced(from, at - from).toString()};
            m_at = taken;
            return;
        }
    }
    m_pending = Token{TokenType::Data, from, m_text.sliced(from, taken - from).toString()};
    m_at = taken;
}

} // namespace waymark::jinja
