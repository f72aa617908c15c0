#pragma once

#include "models/catalog/copiertexts.h"
#include "models/catalog/questionnaire.h"

#include <atomic>

namespace waymark {

/// What a template of Copier asks, evaluated question by question as Copier does it.
class CopierQuestionnaire final : public Questionnaire
{
public:
    explicit CopierQuestionnaire(std::shared_ptr<const CopierSettings> settings);
    ~CopierQuestionnaire() override;

    [[nodiscard]] QList<Page> pages() const override;
    [[nodiscard]] QStringList names() const override;
    [[nodiscard]] std::optional<Parameter> parameter(const QString &name) const override;
    [[nodiscard]] QStringList secretNames() const override { return m_settings->secretNames; }
    [[nodiscard]] QHash<QString, QStringList> decidingAnswers() const override;
    /// Without what Copier notes of the template beside them.
    [[nodiscard]] Map answersIn(const Map &file) const override;
    /// Where its name depends on answers, Copier's usual one.
    [[nodiscard]] QStringList answersFiles() const override;
    [[nodiscard]] Questioning ask(const Map &given, const Occasion &occasion) const override;

private:
    [[nodiscard]] std::shared_ptr<const CopierTexts> texts() const;

    std::shared_ptr<const CopierSettings> m_settings;
    /// Compiled when somebody first asks; who asks at the same time compiles them too.
    mutable std::atomic<std::shared_ptr<const CopierTexts>> m_texts;
    mutable std::atomic<std::shared_ptr<const Questioning>> m_unanswered;
};

} // namespace waymark
