using System.IO.Compression;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Looks at a ZIP before anything reads it: whether it is a workbook, and what it unpacks to. The sizes it claims are not believed: they are counted.</summary>
internal static class XlsxGuard
{
    private const int MostParts = 2000;
    private const int BufferBytes = 81_920;

    /// <summary>Why it must not be read, or null.</summary>
    public static Error? Refuse(Stream content)
    {
        using var archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        if (!archive.Entries.Any(entry => entry.FullName.TrimStart('/').StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
        {
            return TableErrors.NotATable;
        }

        if (archive.Entries.Count > MostParts)
        {
            return TableErrors.UnpacksTooFar;
        }

        var buffer = new byte[BufferBytes];
        var unpacked = 0L;
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            while (part.Read(buffer) is > 0 and var read)
            {
                unpacked += read;
                if (unpacked > TableLimits.UnpackedBytes)
                {
                    return TableErrors.UnpacksTooFar;
                }
            }
        }

        return null;
    }
}
