#pragma once

#include "models/catalog/cookiecuttersettings.h"
#include "models/plan/jinjatexts.h"
#include "models/plan/pythontextfile.h"
#include "models/plan/treeplaces.h"

namespace waymark {

/// Renders the texts of one Cookiecutter template: names, contents and hooks. Errors and provenance
/// name files as problems show them. All that it is given has to live as long.
class CookiecutterFiles
{
public:
    /// `settings`: of the template that is used.
    CookiecutterFiles(const LoadedTemplate &loaded, const RenderRequest &request,
                      const CookiecutterSettings &settings, RenderMemory &memory);
    Q_DISABLE_COPY_MOVE(CookiecutterFiles)
    ~CookiecutterFiles() = default;

    [[nodiscard]] const TreePlaces &places() const { return m_places; }
    /// The folder, from the template's, whose name is rendered and whose files are the service's;
    /// nothing: there is none.
    [[nodiscard]] std::optional<QByteArray> projectFolder() const;
    /// From here on files are included from `folder`, and from "templates" beside it.
    void include(const QByteArray &folder);
    /// That all texts are written in.
    [[nodiscard]] const jinja::Environment &language() const { return m_environment; }
    /// Whether the file or folder at `path` from the project's folder stays as it is.
    [[nodiscard]] bool isCopied(const QByteArray &path) const;

    /// What `name`, which stands at `templatePath`, becomes.
    [[nodiscard]] Result<jinja::Rendered> name(const QByteArray &name,
                                               const QByteArray &templatePath);
    /// The bytes that a file of these `bytes` gets; `path` is where it goes.
    [[nodiscard]] Result<jinja::Rendered> content(const QByteArray &bytes,
                                                  const QByteArray &templatePath,
                                                  const QByteArray &path);
    /// What would be run of the hook at `templatePath`.
    [[nodiscard]] Result<jinja::Rendered> script(const QByteArray &bytes,
                                                 const QByteArray &templatePath);
    /// The steps of all texts so far.
    [[nodiscard]] quint64 spent() const { return m_texts.spent(); }
    /// Whether a text so far may draw random numbers.
    [[nodiscard]] bool isRandom() const { return m_texts.isRandom(); }
    /// How problems name the file at `templatePath`.
    [[nodiscard]] QString shown(const QByteArray &templatePath) const;

private:
    [[nodiscard]] Result<jinja::Rendered> rendered(JinjaText text);
    [[nodiscard]] Result<std::optional<QByteArray>> included(const QString &name) const;
    [[nodiscard]] std::optional<TreePlaces::Place> placeOf(const QString &name) const;
    [[nodiscard]] QString shownInclude(const QString &name) const;

    const LoadedTemplate &m_loaded;
    const CookiecutterSettings &m_settings;
    const TreePlaces m_places;
    const jinja::TaggedValue m_context;
    JinjaTexts m_texts;
    QByteArray m_languageKey; ///< What tells it from those of other answers.
    jinja::Options m_options;
    jinja::Environment m_environment;
    QByteArrayList m_includedFrom;
    QStringList m_copied;
    QByteArray m_newline; ///< `_new_lines`; empty: as each file has it.
};

} // namespace waymark
