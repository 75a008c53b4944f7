using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace IspPortal.Web.Documents;

/// <summary>Draws a payload as a QR code that scales: one path of all its dark runs. A rectangle for each makes the printer lay out a thousand elements, which takes longer than the rest of a bill.</summary>
internal static class InvoiceCode
{
    public static MarkupString Draw(string payload)
    {
        using var data = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        // The matrix has the quiet zone around it.
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x])
                {
                    continue;
                }

                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1H{from}z");
            }
        }

        return new MarkupString($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {rows.Count} {rows.Count}\" shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>");
    }
}
