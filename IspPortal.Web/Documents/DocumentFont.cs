using System.Globalization;
using Microsoft.Extensions.FileProviders;

namespace IspPortal.Web.Documents;

/// <summary>
/// The portal's typeface as part of a page: what is printed fetches nothing. Letters that it lacks come from the machine. Two weights as files of their own: of a variable font the printer draws every letter as a
/// picture, which takes longer and trebles the file.
/// </summary>
internal sealed class DocumentFont(IWebHostEnvironment environment)
{
    private static readonly (int Weight, string File)[] Faces = [(400, "lib/inter/inter-latin-400-normal.woff2"), (600, "lib/inter/inter-latin-600-normal.woff2")];

    private readonly Lazy<string> _rules = new(() => string.Concat(Faces.Select(face => Read(face.Weight, environment.WebRootFileProvider.GetFileInfo(face.File)))));

    /// <summary>The <c>@font-face</c> rules, or nothing where the files are not there.</summary>
    public string Rule => _rules.Value;

    private static string Read(int weight, IFileInfo file)
    {
        if (!file.Exists)
        {
            return "";
        }

        using var content = file.CreateReadStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return $"@font-face{{font-family:Inter;font-weight:{weight.ToString(CultureInfo.InvariantCulture)};src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}) format('woff2')}}";
    }
}
