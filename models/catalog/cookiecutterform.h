#pragma once

#include "models/catalog/cookiecuttersettings.h"
#include "models/catalog/questionnaire.h"

namespace waymark {

/// The questions of a Cookiecutter template: its variables in order, each default rendered with the
/// answers before it, as Cookiecutter's prompts do. Where the template only offers others, the
/// first question is which, and the rest are that one's.
///
/// The context holds `cookiecutter`, with all variables, private ones too, and `_cookiecutter`,
/// with what they were before they were rendered.
class CookiecutterForm final : public Questionnaire
{
public:
    explicit CookiecutterForm(std::shared_ptr<const CookiecutterSettings> settings)
        : m_settings(std::move(settings))
    {
    }

    [[nodiscard]] QList<Page> pages() const override;
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] std::optional<Parameter> parameter(const QString &name) const override;
    /// By the names that templates usually have for it.
    [[nodiscard]] QString serviceName() const override;
    [[nodiscard]] QHash<QString, QStringList> decidingAnswers() const override;
    /// Those of a replay file stand in its `cookiecutter`, those of Cruft's record in its
    /// `context.cookiecutter`.
    [[nodiscard]] Map answersIn(const Map &file) const override;
    /// Cruft's, which is its record.
    [[nodiscard]] QStringList answersFiles() const override;
    [[nodiscard]] Questioning ask(const Map &given, const Occasion &occasion) const override;

private:
    std::shared_ptr<const CookiecutterSettings> m_settings;
};

} // namespace waymark
