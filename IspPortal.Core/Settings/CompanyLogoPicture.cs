namespace IspPortal.Core.Settings;

/// <summary>A picture.</summary>
/// <param name="MediaType"><c>image/png</c> or <c>image/jpeg</c>.</param>
/// <param name="Content">Its bytes.</param>
public sealed record CompanyLogoPicture(string MediaType, ReadOnlyMemory<byte> Content)
{
    /// <summary>As an address that needs no other file.</summary>
    public string ToDataAddress() => $"data:{MediaType};base64,{Convert.ToBase64String(Content.Span)}";
}
