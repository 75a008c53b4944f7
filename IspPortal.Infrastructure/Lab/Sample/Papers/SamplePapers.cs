using System.Globalization;
using System.Text;

namespace IspPortal.Infrastructure.Lab.Sample.Papers;

/// <summary>Papers of people who do not exist: every one says that it is a sample.</summary>
internal static class SamplePapers
{
    public const int Width = 320;
    public const int Height = 200;

    private const string Sample = "CONTOH / SAMPLE";

    // Places in the palette; the ground is the first.
    private const byte Strong = 1;
    private const byte White = 2;
    private const byte Ink = 3;
    private const byte Red = 4;
    private const byte Shade = 5;

    /// <summary>An identity card.</summary>
    public static byte[] Card(string name, string number, DateOnly? born, string city)
    {
        var card = new SamplePicture(Width, Height, [(206, 226, 240), (38, 92, 140), (255, 255, 255), (28, 36, 48), (196, 40, 48), (158, 176, 190)]);
        card.Fill(0, 0, Width, 26, Strong);
        card.Write("KARTU IDENTITAS", 12, 6, 2, White);
        card.Fill(238, 38, 308, 128, Shade);
        card.Fill(259, 52, 287, 84, White);
        card.Fill(247, 92, 299, 128, White);
        foreach (var (line, text) in new[] { number, name, born?.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture) ?? "-", city }.Index())
        {
            card.Write(text.Length <= 18 ? text : text[..18], 12, 40 + (line * 24), 2, Ink);
        }

        card.Write(Sample, 20, 152, 3, Red);
        return card.ToPng();
    }

    /// <summary>A photo of a house, as far as that needs a photo.</summary>
    public static byte[] House(string street, int number)
    {
        var wall = (byte)(150 + (number % 7 * 14));
        var photo = new SamplePicture(Width, Height, [(168, 208, 232), (120, 60, 48), (255, 255, 255), (28, 36, 48), (196, 40, 48), (wall, (byte)(wall - 20), 120)]);
        photo.Fill(70, 80, 250, 168, Shade);
        for (var row = 0; row < 44; row++)
        {
            photo.Fill(160 - (row * 5 / 2), 36 + row, 160 + (row * 5 / 2), 37 + row, Strong);
        }

        photo.Fill(140 + (number % 5 * 8), 112, 172 + (number % 5 * 8), 168, Ink);
        photo.Fill(88, 98, 122, 128, White);
        photo.Write(street, 8, 6, 2, Ink);
        photo.Write(Sample, 20, 174, 3, Red);
        return photo.ToPng();
    }

    /// <summary>A PDF of one page (ISO 32000, the standard fonts): a title and lines of text.</summary>
    public static byte[] Letter(string title, IReadOnlyList<string> lines)
    {
        var text = new StringBuilder($"BT /F1 28 Tf 60 770 Td ({Sample}) Tj ET\nBT /F1 16 Tf 60 725 Td ({Escaped(title)}) Tj ET\nBT /F1 11 Tf 60 690 Td 18 TL ");
        foreach (var line in lines)
        {
            text.Append('(').Append(Escaped(line)).Append(") Tj T* ");
        }

        text.Append("ET");
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            $"<< /Length {text.Length} >>\nstream\n{text}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (at, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(at + 1).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }

        var table = file.Length;
        file.Append("xref\n0 ").Append(objects.Length + 1).Append("\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(place.ToString("D10", CultureInfo.InvariantCulture)).Append(" 00000 n \n"));
        file.Append("trailer\n<< /Size ").Append(objects.Length + 1).Append(" /Root 1 0 R >>\nstartxref\n").Append(table).Append("\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    // One byte a letter: what Latin-1 does not have is a question mark, in the text as in its length.
    private static string Escaped(string text) =>
        Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(text)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
}
