#pragma once

#include <QListView>
#include <QStyledItemDelegate>

#include <functional>

namespace waymark {

/// What a row of a card says.
struct RowWords
{
    QString title = {};
    QString detail = {};
    QString icon = {};
    bool isTrouble = false;
};

/// A short list in a card, as high as its rows: the page scrolls, not the list. A click or Enter
/// opens a row.
class RowList final : public QListView
{
    Q_OBJECT

public:
    using WordsOf = std::function<RowWords(const QModelIndex &index)>;

    RowList(QAbstractItemModel &model, WordsOf wordsOf, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void updateGeometries() override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
};

/// Paints two lines a row: the title, and below it what else is known.
class RowListDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    RowListDelegate(RowList::WordsOf wordsOf, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;

private:
    const RowList::WordsOf m_wordsOf;
};

} // namespace waymark
