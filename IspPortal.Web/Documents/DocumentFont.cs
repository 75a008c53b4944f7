using Microsoft.Extensions.FileProviders;

namespace IspPortal.Web.Documents;

/// <summary>The portal's typeface as part of a page: what is printed fetches nothing. Letters that it lacks come from the machine.</summary>
internal sealed class DocumentFont(IWebHostEnvironment environment)
{
    private const string File = "lib/inter/inter-latin-wght-normal.woff2";

    private readonly Lazy<string> _rule = new(() => Read(environment.WebRootFileProvider.GetFileInfo(File)));

    /// <summary>The <c>@font-face</c> rule, or nothing where the file is not there.</summary>
    public string Rule => _rule.Value;

    private static string Read(IFileInfo file)
    {
        if (!file.Exists)
        {
            return "";
        }

        using var content = file.CreateReadStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return $"@font-face{{font-family:Inter;font-weight:100 900;src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}) format('woff2')}}";
    }
}
