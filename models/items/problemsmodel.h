#pragma once

#include "models/items/linelinks.h"
#include "models/items/rowmodel.h"

namespace waymark {

class FormModel;

/// One problem of a form, a template or a generated file, with where it leads.
struct ProblemRow
{
    QString key = {};
    Severity severity = Severity::Error;
    QString place = {}; ///< "deployment.yaml:38", "Health check path".
    QString message = {};
    QString hint = {};
    AnswerPath field = {}; ///< The question that has to be changed; empty: none is known.
    QByteArray file = {}; ///< The generated file that shows it; empty: none.
    SourcePosition position = {}; ///< In `file`, or in `templateFile`.
    QString templateFile = {}; ///< Of a problem in a template.
    QString fix = {}; ///< What a press would put into the field; empty: nothing.

    friend bool operator==(const ProblemRow &, const ProblemRow &) = default;
};

/// Every problem of `form` that is shown, of the template and of the files of `links`' plan: errors
/// first, then warnings and notes, each in the order of form, template and files.
[[nodiscard]] QList<ProblemRow> problemRows(const FormModel &form, const LineLinks &links);

/// Problems in one list, each with a way to where it is mended.
class ProblemsModel final : public RowModel<ProblemRow>
{
    Q_OBJECT

public:
    /// Where a problem leads.
    enum class Link : quint8 { None, Field, Line, Template };

    /// Qt::DisplayRole is the message.
    enum Role {
        SeverityRole = Qt::UserRole, ///< int of Severity
        SeverityTextRole, ///< "error", translated.
        PlaceRole,
        HintRole,
        LinkRole, ///< int of Link
        LinkTextRole, ///< "Go to field", translated.
        FieldRole, ///< QStringList: AnswerPath
        FileRole, ///< QByteArray
        LineRole, ///< int
        ColumnRole, ///< int
        TemplateFileRole,
        FixRole,
    };

    explicit ProblemsModel(QObject *parent = nullptr);

    void setProblems(const QList<ProblemRow> &problems);
    [[nodiscard]] int count(Severity severity) const;
    /// "1 error", "2 warnings": what there is, for people.
    [[nodiscard]] QString summary() const;
    /// The row behind (before) `from`, from the last to the first; invalid where there is none.
    [[nodiscard]] QModelIndex next(const QModelIndex &from, bool backwards = false) const;

    [[nodiscard]] QVariant data(const QModelIndex &index,
                                int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
};

} // namespace waymark
