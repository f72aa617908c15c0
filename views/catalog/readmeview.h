#pragma once

#include "views/catalog/readmelook.h"

#include <QTextBrowser>

#include <functional>

namespace waymark {

/// Shows Markdown to read. It loads nothing but the pictures that it is handed, and follows no
/// link: linkPressed() says which one is wanted.
class ReadmeView final : public QTextBrowser
{
    Q_OBJECT

public:
    /// The bytes of the picture at a path, as a document names it; empty: there is none.
    using Pictures = std::function<QByteArray(const QString &path)>;

    explicit ReadmeView(QWidget *parent = nullptr);

    void setPictures(const Pictures &pictures) { m_pictures = pictures; }
    /// What is shown already keeps its scroll position.
    void showText(const QString &markdown);
    /// The same text again, where there may be more pictures.
    void reload() override;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void linkPressed(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitMeasure();
    void paintCode() const;

    Pictures m_pictures;
    QString m_markdown;
    QList<CodeStretch> m_code;
    bool m_isReloading = false;
};

} // namespace waymark
