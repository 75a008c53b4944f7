namespace IspPortal.Core.Customers.Documents;

/// <summary>Media types and endings of the formats.</summary>
public static class DocumentFormats
{
    /// <summary>The media type under which it is served.</summary>
    public static string MediaType(this DocumentFormat format) => format switch
    {
        DocumentFormat.Jpeg => "image/jpeg",
        DocumentFormat.Png => "image/png",
        _ => "application/pdf",
    };

    /// <summary>The ending of file names, with the dot.</summary>
    public static string Ending(this DocumentFormat format) => format switch
    {
        DocumentFormat.Jpeg => ".jpg",
        DocumentFormat.Png => ".png",
        _ => ".pdf",
    };

    /// <summary>Whether it is a picture.</summary>
    public static bool IsPicture(this DocumentFormat format) => format != DocumentFormat.Pdf;
}
