namespace IspPortal.Infrastructure.Documents;

/// <summary>The <c>Pdf</c> section: the browser that prints. docs/operations/configure.md explains each setting.</summary>
internal sealed class PdfOptions
{
    public const string Section = "Pdf";

    /// <summary>Null or empty: looked for where systems install it.</summary>
    public string? ExecutablePath { get; set; }

    /// <summary>Documents that are printed at once.</summary>
    public int Pages { get; set; } = 2;

    /// <summary>For one document, waiting for a free page and starting the browser included.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Memory for documents that were printed before.</summary>
    public int CacheMegabytes { get; set; } = 32;

    /// <summary>After so long without a document the browser is closed.</summary>
    public int IdleMinutes { get; set; } = 10;

    public static bool IsSane(PdfOptions options) =>
        options.Pages is >= 1 and <= 16 && options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(5) && options.CacheMegabytes is >= 0 and <= 1024 && options.IdleMinutes is >= 1 and <= 1440;
}
