#pragma once

#include "models/items/rowmodel.h"
#include "models/jobs/examplejob.h"

namespace waymark {

/// What is told of one question before it is asked.
struct QuestionRow
{
    QString key = {}; ///< The name of its answer.
    QString title = {};
    QString help = {};
    QString page = {};
    QString answer = {}; ///< The default, or what else stands in its place: "needed".
    QString condition = {}; ///< What brings it, as a sentence; empty: it is always asked.
    QString why = {}; ///< Why the golden default is recommended.
    bool isNeeded = false; ///< Nothing can be made without an answer.
    bool isGolden = false; ///< The default is.

    friend bool operator==(const QuestionRow &, const QuestionRow &) = default;
};

/// What a template asks, in the order of its pages; what only other answers bring comes last.
class QuestionsModel final : public RowModel<QuestionRow>
{
    Q_OBJECT

public:
    /// Qt::DisplayRole is the title.
    enum Role {
        HelpRole = Qt::UserRole, ///< Also what brings it.
        PageRole,
        AnswerRole,
        NeededRole, ///< bool
        GoldenRole, ///< bool
        WhyRole,
    };

    explicit QuestionsModel(QObject *parent = nullptr);

    void setExample(const TemplateExample &example);
    /// "2 needed, 16 have defaults", translated.
    [[nodiscard]] QString summary() const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
