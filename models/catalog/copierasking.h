#pragma once

#include "models/catalog/copieranswering.h"
#include "models/catalog/copierexternaldata.h"
#include "models/catalog/questionnaire.h"

namespace waymark {

/// Goes once through the questions of a template of Copier.
class CopierAsking
{
public:
    /// All of them outlive it.
    CopierAsking(const CopierSettings &settings, const CopierTexts &texts, const Map &given,
                 const Occasion &occasion);
    Q_DISABLE_COPY_MOVE(CopierAsking)
    ~CopierAsking() = default;

    [[nodiscard]] Questioning run();

private:
    void ask(const CopierQuestion &question);
    [[nodiscard]] Parameter parameterOf(const CopierQuestion &question,
                                        const CopierAnswering &answering) const;
    void takeGiven(const CopierQuestion &question, const CopierAnswering &answering,
                   AskedQuestion &asked) const;
    [[nodiscard]] jinja::Sources takeUsual(const CopierQuestion &question,
                                           const CopierAnswering &answering,
                                           AskedQuestion &asked) const;
    void tell(AskedQuestion &asked, const Problem &problem, const CopierQuestion &question) const;
    void note(const CopierQuestion &question, const AskedQuestion &asked,
              const jinja::Sources &sources);
    void setAnswersFile();
    [[nodiscard]] QList<Problem> readExternalData(const CopierQuestion &question);
    [[nodiscard]] jinja::TaggedValue noted() const;
    [[nodiscard]] bool isSecret(const CopierQuestion &question) const;

    const CopierSettings &m_settings;
    const CopierTexts &m_texts;
    const Map &m_given;
    const Occasion &m_occasion;
    quint64 m_spent = 0; ///< Of the steps for all questions.
    jinja::RenderOptions m_options;
    jinja::TaggedValue m_context;
    CopierExternalData m_externalData;
    QStringList m_answered; ///< Questions with an answer, in order.
    bool m_isNotedSeen; ///< Whether a text of the questions mentions `_copier_answers`.
    Questioning m_questioning;
};

} // namespace waymark
