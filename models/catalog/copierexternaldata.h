#pragma once

#include "models/catalog/copiertexts.h"
#include "models/jinja/mentions.h"

#include <functional>

namespace waymark {

/// The files of YAML where the service goes that a template of Copier reads (`_external_data`):
/// each once, as soon as a text mentions it.
class CopierExternalData
{
public:
    /// What a text gives in a context.
    using Render = std::function<Result<CopierRendered>(const QString &text,
                                                        const jinja::TaggedValue &context)>;
    /// What the file at `path`, which is clean and below the service's folder, holds; nothing:
    /// there is none.
    using Files = std::function<Result<std::optional<QByteArray>>(const QByteArray &path)>;

    /// `settings` outlives it; `destination` is the service's folder, absolute.
    CopierExternalData(const CopierSettings &settings, const QString &destination, Render render,
                       Files files);

    /// Whether some of it was not read.
    [[nodiscard]] bool isAnyLeft() const { return !m_left.isEmpty(); }
    /// Whether that is among `mentions`.
    [[nodiscard]] bool isWanted(const jinja::Mentions &mentions) const;
    /// Puts what is mentioned and was not read into `_external_data` of `context`: the file that
    /// its path leads to by then. Why that cannot be done, located in the template.
    [[nodiscard]] QList<Problem> readInto(jinja::TaggedValue &context,
                                          const jinja::Mentions &mentions);

private:
    struct Read
    {
        jinja::TaggedValue value;
        std::optional<Problem> problem = {};
    };
    [[nodiscard]] Read read(const QString &name, const jinja::TaggedValue &context) const;
    [[nodiscard]] Result<Value> content(const QString &path) const;
    [[nodiscard]] Problem placed(const QString &name, const Problem &problem) const;

    const CopierSettings &m_settings;
    QString m_destination;
    Render m_render;
    Files m_files;
    QStringList m_left;
};

/// What the file at `path`, clean, below the folder `destination` holds; nothing: there is none. An
/// error where a link leads out of the folder, or it cannot be read.
[[nodiscard]] Result<std::optional<QByteArray>> destinationFile(const QString &destination,
                                                                const QByteArray &path);

} // namespace waymark
