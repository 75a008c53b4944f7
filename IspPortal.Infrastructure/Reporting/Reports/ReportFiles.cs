using IspPortal.Infrastructure.Files;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>The files of reports: they name customers.</summary>
internal sealed class ReportFiles(IOptions<StorageOptions> storage, IDataProtectionProvider protection) : SealedFiles(storage, protection, Folder, "IspPortal.Reports.v1", ".report")
{
    /// <summary>The folder below the data directory.</summary>
    public const string Folder = "reports";
}
