using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>Says what a file is by reading it: its first bytes name a format, and then its structure must be one.</summary>
internal static class DocumentSniffer
{
    /// <summary>Beyond this a few kilobytes unfold into more memory than a viewer has.</summary>
    public const int MostMegapixels = 60;

    public static Result<DocumentShape> Read(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return DocumentErrors.FileMissing;
        }

        if (file.StartsWith(JpegStructure.Magic))
        {
            return Judge(JpegStructure.Read(file));
        }

        if (file.StartsWith(PngStructure.Magic))
        {
            return Judge(PngStructure.Read(file, MostMegapixels * 1_000_000L));
        }

        if (file.StartsWith(PdfStructure.Magic))
        {
            return new PdfStructure(file.ToArray()).Read();
        }

        return DocumentErrors.UnknownFormat;
    }

    private static Result<DocumentShape> Judge(DocumentShape? picture) =>
        picture is not { } shape ? DocumentErrors.Damaged
        : (long)shape.Width!.Value * shape.Height!.Value > MostMegapixels * 1_000_000L ? DocumentErrors.TooManyPixels(MostMegapixels)
        : shape;
}
