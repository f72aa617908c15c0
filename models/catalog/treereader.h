#pragma once

#include "models/catalog/openfolder.h"
#include "models/catalog/templatetree.h"

namespace waymark {

/// Reads one template's folder into a tree, within a budget.
class TreeReader
{
public:
    /// `outerDepth`: how many folders of the source are around the template's.
    TreeReader(const TemplateBudget &budget, int outerDepth)
        : m_budget(budget)
        , m_outerDepth(outerDepth)
    {
    }

    [[nodiscard]] Result<TemplateTree> read(const OpenFolder &folder);

private:
    struct Place;

    [[nodiscard]] Result<> readFolder(const OpenFolder &folder, const QByteArray &prefix,
                                      int depth);
    [[nodiscard]] Result<> readEntry(const Place &place);
    [[nodiscard]] Result<> readFile(const Place &place);
    void readLink(const Place &place);
    void complain(const Place &place, const QString &code, const QString &message,
                  const QString &hint);

    TemplateBudget m_budget;
    int m_outerDepth;
    qint64 m_bytes = 0;
    qsizetype m_count = 0;
    TemplateTree m_tree;
};

} // namespace waymark
