#pragma once

#include <QByteArray>
#include <QString>

#include <atomic>
#include <memory>

namespace waymark::jinja {

struct CompiledTemplate;

/// The templates that others of an environment used, compiled, for the next render that reads the
/// same text under the same name. Any thread may ask and add.
class KnownTemplates
{
public:
    KnownTemplates() = default;
    ~KnownTemplates();
    KnownTemplates(const KnownTemplates &) = delete;
    KnownTemplates &operator=(const KnownTemplates &) = delete;

    /// Null: it is not known, or with another text.
    [[nodiscard]] std::shared_ptr<const CompiledTemplate> find(const QString &name,
                                                               const QByteArray &bytes) const;
    /// Keeps it, as long as there are not too many.
    void add(const QString &name, const QByteArray &bytes,
             const std::shared_ptr<const CompiledTemplate> &compiled);

private:
    struct Entry;
    std::atomic<Entry *> m_first = nullptr; ///< The others behind it; none goes before the end.
};

} // namespace waymark::jinja
