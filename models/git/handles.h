#pragma once

#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QByteArray>
#include <QtClassHelperMacros>

#include <git2.h>

#include <memory>

namespace waymark::git {

/// Frees what libgit2 hands out. One overload a type.
struct Free
{
    void operator()(git_blob *p) const noexcept { git_blob_free(p); }
    void operator()(git_commit *p) const noexcept { git_commit_free(p); }
    void operator()(git_config *p) const noexcept { git_config_free(p); }
    void operator()(git_config_iterator *p) const noexcept { git_config_iterator_free(p); }
    void operator()(git_filter_list *p) const noexcept { git_filter_list_free(p); }
    void operator()(git_index *p) const noexcept { git_index_free(p); }
    void operator()(git_object *p) const noexcept { git_object_free(p); }
    void operator()(git_odb *p) const noexcept { git_odb_free(p); }
    void operator()(git_reference *p) const noexcept { git_reference_free(p); }
    void operator()(git_reference_iterator *p) const noexcept { git_reference_iterator_free(p); }
    void operator()(git_remote *p) const noexcept { git_remote_free(p); }
    void operator()(git_repository *p) const noexcept { git_repository_free(p); }
    void operator()(git_signature *p) const noexcept { git_signature_free(p); }
    void operator()(git_status_list *p) const noexcept { git_status_list_free(p); }
    void operator()(git_transaction *p) const noexcept { git_transaction_free(p); }
    void operator()(git_tree *p) const noexcept { git_tree_free(p); }
    void operator()(git_treebuilder *p) const noexcept { git_treebuilder_free(p); }
};

template<typename T>
using Handle = std::unique_ptr<T, Free>;

/// `make(&handle, arguments…)`, as libgit2 hands things out; `owner` has it at once. Its return
/// value.
template<typename Owner, typename Make, typename... Arguments>
[[nodiscard]] int into(Owner &owner, Make make, Arguments... arguments)
{
    typename Owner::pointer raw = nullptr;
    const int code = make(&raw, arguments...);
    owner.reset(raw);
    return code;
}

/// A git_buf that frees itself.
class Buffer
{
public:
    Buffer() = default;
    ~Buffer() { git_buf_dispose(&m_buffer); }
    Q_DISABLE_COPY_MOVE(Buffer)

    operator git_buf *() { return &m_buffer; }
    [[nodiscard]] QByteArray bytes() const
    {
        return {m_buffer.ptr, static_cast<qsizetype>(m_buffer.size)};
    }

private:
    git_buf m_buffer = {};
};

[[nodiscard]] inline ObjectId fromOid(const git_oid &oid)
{
    return ObjectId::fromRaw(oid.id);
}

[[nodiscard]] inline git_oid toOid(const ObjectId &id)
{
    git_oid oid = {};
    git_oid_fromraw(&oid, id.raw());
    return oid;
}

/// libgit2's last error of this thread, copied at once, behind `what` ("The commit could not be
/// written"), with `hint` as the way out and `code` in the place of "git.failed".
[[nodiscard]] std::unexpected<Error> lastError(const QString &what, const QString &hint = {},
                                               const QString &code = {});

} // namespace waymark::git
