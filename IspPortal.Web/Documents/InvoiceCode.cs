using Microsoft.AspNetCore.Components;
using QRCoder;

namespace IspPortal.Web.Documents;

/// <summary>Draws a payload as a QR code that scales.</summary>
internal static class InvoiceCode
{
    private const int PixelsPerModule = 4;

    public static MarkupString Draw(string payload)
    {
        using var data = QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new MarkupString(code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
