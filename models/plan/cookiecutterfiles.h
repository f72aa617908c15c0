#pragma once

#include "models/catalog/cookiecuttersettings.h"
#include "models/plan/jinjatexts.h"
#include "models/plan/pythontextfile.h"
#include "models/plan/treeplaces.h"

namespace waymark {

/// The files of a Cookiecutter template, and how its texts are rendered.
struct CookiecutterSource
{
    const TemplateTree &tree; ///< Has to live as long as what renders it.
    QString folder = {}; ///< How problems name the folder that holds all of `tree`.
    QByteArray path = {}; ///< Of the template in it; empty: it is that one.
    QByteArray target = {}; ///< Where its project goes, below the service's folder.
    jinja::TaggedValue context = {}; ///< What its texts see.
    jinja::RenderOptions options = {};
    RenderMemory &memory; ///< Has to live as long, too.
    QByteArray key = {}; ///< What tells its texts from others there.
};

/// Renders the texts of one Cookiecutter template: names, contents and hooks. Errors and provenance
/// name files as problems show them.
class CookiecutterFiles
{
public:
    explicit CookiecutterFiles(CookiecutterSource source);
    /// `settings`: of the template that is used. `loaded` and `memory` have to live as long.
    CookiecutterFiles(const LoadedTemplate &loaded, const RenderRequest &request,
                      const CookiecutterSettings &settings, RenderMemory &memory);
    Q_DISABLE_COPY_MOVE(CookiecutterFiles)
    ~CookiecutterFiles() = default;

    [[nodiscard]] const TreePlaces &places() const { return m_places; }
    /// The folder, from the template's, whose name is rendered and whose files are the service's;
    /// nothing: there is none.
    [[nodiscard]] std::optional<QByteArray> projectFolder() const;
    /// From here on files are included from `folders`: from the first that has one of the name.
    void include(const QByteArrayList &folders);
    /// The project's folder, and "templates" beside it.
    [[nodiscard]] QByteArrayList includedFolders(const QByteArray &projectFolder) const;
    /// That all texts are written in.
    [[nodiscard]] const jinja::Environment &language() const { return m_environment; }
    /// Whether the file or folder at `path` from the project's folder stays as it is.
    [[nodiscard]] bool isCopied(const QByteArray &path) const;

    /// What `name`, which stands at `templatePath`, becomes.
    [[nodiscard]] Result<jinja::Rendered> name(const QByteArray &name,
                                               const QByteArray &templatePath);
    /// The bytes that a file of these `bytes` gets; `path` is where it goes, below the project's.
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

    const CookiecutterSource m_source;
    const TreePlaces m_places;
    JinjaTexts m_texts;
    QByteArray m_languageKey; ///< What tells it from those of other answers.
    jinja::Options m_options;
    jinja::Environment m_environment;
    QByteArrayList m_includedFrom;
    QStringList m_copied;
    QByteArray m_newline; ///< `_new_lines`; empty: as each file has it.
};

} // namespace waymark
