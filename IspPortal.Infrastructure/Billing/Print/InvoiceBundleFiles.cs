using IspPortal.Infrastructure.Files;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Billing.Print;

/// <summary>The files of bundles: they name customers.</summary>
internal sealed class InvoiceBundleFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection) : SealedFiles(storage, protection, Folder, "IspPortal.InvoiceBundles.v1", ".bills")
{
    /// <summary>The folder below the data directory.</summary>
    public const string Folder = "bills";
}
