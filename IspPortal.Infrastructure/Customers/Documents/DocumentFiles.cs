using IspPortal.Infrastructure.Files;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>The files of documents: they are photos of identity cards.</summary>
internal sealed class DocumentFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection) : SealedFiles(storage, protection, Folder, "IspPortal.CustomerDocuments.v1", ".document")
{
    /// <summary>The folder below the data directory.</summary>
    public const string Folder = "documents";
}
