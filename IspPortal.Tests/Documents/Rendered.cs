using System.Diagnostics;

namespace IspPortal.Tests.Documents;

/// <summary>A PDF as a printer sees it: drawn by pdftoppm, which knows nothing of who wrote it.</summary>
internal static class Rendered
{
    private const string Program = "/usr/bin/pdftoppm";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Something dark stands on its first page; nothing is looked at where pdftoppm is not installed.</summary>
    public static async Task AssertInkAsync(ReadOnlyMemory<byte> pdf)
    {
        if (!File.Exists(Program))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("isp-portal-pdf-").FullName;
        try
        {
            var file = Path.Combine(folder, "a.pdf");
            await File.WriteAllBytesAsync(file, pdf.ToArray(), Token);
            using var drawing = Process.Start(new ProcessStartInfo(Program, ["-gray", "-r", "40", "-f", "1", "-l", "1", file, Path.Combine(folder, "p")]))!;
            await drawing.WaitForExitAsync(Token);
            Assert.Equal(0, drawing.ExitCode);
            var picture = await File.ReadAllBytesAsync(Directory.EnumerateFiles(folder, "p*.pgm").Single(), Token);
            Assert.InRange(picture.Count(point => point < 100), 50, picture.Length / 3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
