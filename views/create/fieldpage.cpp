#include "views/create/fieldpage.h"

#include "models/items/formmodel.h"
#include "views/create/parts.h"
#include "views/widgets/mnemonics.h"
#include "views/widgets/wraplabel.h"

#include <QAbstractSpinBox>
#include <QBoxLayout>
#include <QComboBox>

#include <algorithm>

namespace waymark {
namespace {

constexpr int firstRow = 1; // behind the words about the page

bool takesFocus(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    const bool isPart
        = qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QComboBox *>(parent);
    return widget->focusPolicy() != Qt::NoFocus && !isPart;
}

/// Adds what is in `widget`, in the order in which it is read: as its layout has it, else as it was
/// made.
void collect(QWidget *widget, QList<QWidget *> &controls);

void collectFrom(QLayout *layout, QList<QWidget *> &controls)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), controls);
        else if (item->layout())
            collectFrom(item->layout(), controls);
    }
}

void collect(QWidget *widget, QList<QWidget *> &controls)
{
    if (takesFocus(widget)) {
        controls += widget;
        return;
    }
    if (widget->layout()) {
        collectFrom(widget->layout(), controls);
        return;
    }
    for (QObject *child : widget->children()) {
        if (auto *inner = qobject_cast<QWidget *>(child))
            collect(inner, controls);
    }
}

QModelIndex currentPage(const FormModel &form)
{
    for (int row = 0; row < form.rowCount(); ++row) {
        const QModelIndex page = form.index(row, 0);
        if (page.data(FormModel::CurrentRole).toBool())
            return page;
    }
    return {};
}

} // namespace

FieldPage::FieldPage(FieldRow::Hands hands, QWidget *parent)
    : QWidget(parent)
    , m_hands(std::move(hands))
    , m_column(columnOf(this, {24, 16, 24, 24}, 24))
    , m_title(new WrapLabel(TextRole::SectionTitle, Token::Tx, this))
    , m_description(new WrapLabel(TextRole::Body, Token::Tx2, this))
{
    auto *words = new QWidget(this);
    QBoxLayout *head = columnOf(words, {}, 2);
    head->addWidget(m_title);
    head->addWidget(m_description);
    m_column->addWidget(words);
    m_column->addStretch();
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &FieldPage::refresh);
    const auto soon = [this] { m_later.start(); };
    const FormModel &form = m_hands.form;
    connect(&form, &QAbstractItemModel::dataChanged, this, soon);
    connect(&form, &QAbstractItemModel::rowsInserted, this, soon);
    connect(&form, &QAbstractItemModel::rowsRemoved, this, soon);
    connect(&form, &QAbstractItemModel::rowsMoved, this, soon);
    connect(&form, &QAbstractItemModel::modelReset, this, soon);
    refresh();
}

FieldRow *FieldPage::rowAround(QWidget *widget)
{
    while (widget && !qobject_cast<FieldRow *>(widget))
        widget = widget->parentWidget();
    return static_cast<FieldRow *>(widget);
}

QList<QWidget *> FieldPage::controls() const
{
    QList<QWidget *> controls;
    collectFrom(m_column, controls);
    return controls;
}

QWidget *FieldPage::firstControl() const
{
    const QModelIndex page = currentPage(m_hands.form);
    const QModelIndex first = m_hands.form.index(0, 0, page);
    const FieldRow *row = m_rows.value(first.data(FormModel::PathRole).toStringList());
    return page.isValid() && row ? row->firstControl() : nullptr;
}

void FieldPage::refresh()
{
    m_later.stop();
    const QModelIndex page = currentPage(m_hands.form);
    const int number = page.isValid() ? page.data(FormModel::PageRole).toInt() : -1;
    if (number != m_page)
        remove(
            [](const AnswerPath &) { return true; }); // its questions may be called as others were
    m_page = number;
    m_title->setText(page.data().toString());
    const QString words = page.data(FormModel::DescriptionRole).toString();
    m_description->setText(words);
    m_description->setVisible(!words.isEmpty());
    m_shown.clear();
    if (page.isValid())
        place(page, m_column, firstRow);
    QSet<AnswerPath> there;
    for (const FieldRow *row : std::as_const(m_shown))
        there.insert(row->path());
    remove([&](const AnswerPath &each) { return !there.contains(each); });
    if (!std::exchange(m_isOther, false))
        return;
    giveMnemonics();
    Q_EMIT controlsChanged();
}

void FieldPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Once the window has the menus of this screen.
    QMetaObject::invokeMethod(this, &FieldPage::giveMnemonics, Qt::QueuedConnection);
}

/// A row keeps its letter: whoever knows it does not learn another when a question comes.
void FieldPage::giveMnemonics()
{
    QSet<QChar> taken = menuMnemonics(window());
    QList<FieldRow *> rows = m_shown;
    std::ranges::stable_partition(rows, &FieldRow::hasMnemonic);
    for (FieldRow *row : std::as_const(rows))
        row->takeMnemonic(taken);
}

void FieldPage::place(const QModelIndex &parent, QBoxLayout *layout, int first)
{
    const FormModel &form = m_hands.form;
    for (int i = 0; i < form.rowCount(parent); ++i) {
        const QModelIndex index = form.index(i, 0, parent);
        const FormField *field = form.field(index.data(FormModel::PathRole).toStringList());
        if (!field)
            continue;
        FieldRow *row = rowFor(*field);
        m_shown += row;
        if (layout->indexOf(row) != first + i) {
            layout->removeWidget(row);
            layout->insertWidget(first + i, row);
            row->show();
            m_isOther = true;
        }
        if (row->members())
            place(index, row->members(), 0);
    }
}

FieldRow *FieldPage::rowFor(const FormField &field)
{
    const AnswerPath &path = field.parameter.path;
    FieldRow *row = m_rows.value(path);
    if (row && row->kind() == field.kind) {
        row->setField(field);
        return row;
    }
    if (row)
        remove([&](const AnswerPath &each) { return each.mid(0, path.size()) == path; });
    row = new FieldRow(field, m_hands, this);
    connect(row, &FieldRow::partsChanged, this, &FieldPage::controlsChanged);
    m_rows.insert(path, row);
    return row;
}

void FieldPage::remove(const std::function<bool(const AnswerPath &)> &isGone)
{
    QList<AnswerPath> gone = m_rows.keys();
    gone.removeIf(std::not_fn(isGone));
    std::ranges::sort(gone, std::greater(), &AnswerPath::size); // members before their group
    for (const AnswerPath &path : std::as_const(gone)) {
        FieldRow *row = m_rows.take(path);
        row->hide();
        row->setParent(nullptr);
        row->deleteLater(); // it may be what was just pressed
        m_isOther = true;
    }
}

} // namespace waymark
