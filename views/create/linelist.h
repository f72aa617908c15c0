#pragma once

#include "views/create/linedelegate.h"

#include <QTableView>

namespace waymark {

/// A list of places: a row each, as high as its text needs; Enter and a press on its link go there.
class LineList final : public QTableView
{
    Q_OBJECT

public:
    LineList(QAbstractItemModel &model, LineDelegate::Read read, QWidget *parent = nullptr);

Q_SIGNALS:
    void followed(const QModelIndex &index);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace waymark
