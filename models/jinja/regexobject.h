#pragma once

#include "models/base/regex.h"
#include "models/jinja/object.h"

#include <QString>

namespace waymark::jinja {

/// A regular expression of Nunjucks' dialect: r/pattern/flags. Its lastIndex stays 0: a literal is
/// made each time it is met.
class RegexObject final : public Object
{
public:
    RegexObject(Regex regex, QString pattern, QString flags)
        : m_regex(std::move(regex))
        , m_pattern(std::move(pattern))
        , m_flags(std::move(flags))
    {
    }
    [[nodiscard]] const Regex &regex() const { return m_regex; }
    [[nodiscard]] bool isGlobal() const { return m_flags.contains(u'g'); }

    [[nodiscard]] QString typeName() const override { return QStringLiteral("object"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override
    {
        return u'/' + m_pattern + u'/' + m_flags;
    }
    [[nodiscard]] Value attribute(Runtime & /*runtime*/, const QString &name) override;

private:
    Regex m_regex;
    QString m_pattern;
    QString m_flags;
};

} // namespace waymark::jinja
