using System.Globalization;
using System.Text.Json;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Lab.Sample.Papers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Seeding;

/// <summary>The letterhead of the sample ISP with its logo, bank accounts and a QRIS code that pays nobody. Written once.</summary>
internal sealed class LabLetterheadStep(PortalContextSource source, TimeProvider clock) : IHostedService
{
    private const string By = "lab-letterhead";
    private const string Section = "letterhead";

    /// <summary>As an acquirer gives it, of a merchant that there is not.</summary>
    public static string SampleQris { get; } = Signed(
        "000201010211" + Field("26", Field("00", "ID.CO.CONTOH.WWW") + Field("01", "936000000000000000") + Field("02", "000000000000001") + Field("03", "UMI"))
        + Field("51", Field("00", "ID.CO.QRIS.WWW") + Field("02", "ID0000000000000") + Field("03", "UMI")) + "52048999" + "5303360" + "5802ID" + Field("59", "CONTOH NUSANTARA NET") + Field("60", "BEKASI") + Field("61", "17141"));

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(By);
        if (await context.Set<SettingsRow>().AnyAsync(row => row.Key == Section, cancellationToken))
        {
            return;
        }

        var letterhead = new LetterheadSettings
        {
            LegalName = "PT Contoh Nusantara Net",
            Address = "Jl. Contoh Raya No. 12, Margahayu, Bekasi Timur, Kota Bekasi 17113",
            TaxNumber = "0012345678901000",
            Phone = "+62 21 5550 0100",
            Email = "tagihan@contoh-nusantara.test",
            Site = "contoh-nusantara.test",
            Bank1 = "BCA",
            BankNumber1 = "000 123 4567",
            BankHolder1 = "PT Contoh Nusantara Net",
            Bank2 = "Mandiri",
            BankNumber2 = "000-00-1234567-8",
            BankHolder2 = "PT Contoh Nusantara Net",
            Qris = SampleQris,
            FooterNote = "Terima kasih telah menjadi pelanggan kami. Bantuan 24 jam: +62 21 5550 0100.",
        };
        context.Add(new SettingsRow { Key = Section, Json = JsonSerializer.Serialize(letterhead, SettingsJson.Stored), ChangedAtUtc = clock.UtcNow() });
        if (!await context.Set<CompanyLogo>().AnyAsync(cancellationToken))
        {
            var picture = SampleLogo.Draw();
            context.Add(new CompanyLogo { Id = CompanyLogo.OnlyId, MediaType = "image/png", Content = picture, Bytes = picture.Length });
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Field(string tag, string value) => string.Create(CultureInfo.InvariantCulture, $"{tag}{value.Length:D2}{value}");

    private static string Signed(string fields) => string.Create(CultureInfo.InvariantCulture, $"{fields}6304{Qris.ChecksumOf(fields + "6304"):X4}");
}
