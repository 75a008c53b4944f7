using IspPortal.Core.Common.Tables;

namespace IspPortal.Core.Customers.Imports;

/// <summary>Words of spreadsheets in both languages and what they stand for; case, spaces and punctuation do not matter.</summary>
internal static class CustomerImportWords
{
    public static readonly Dictionary<string, CustomerKind> Kinds = Table(
        (CustomerKind.Residential, "residential rumah rumahan perumahan rumahtangga pribadi perorangan personal individu individual retail home household"),
        (CustomerKind.Business, "business bisnis usaha umkm ukm toko ruko kos kost kosan small soho sme shop"),
        (CustomerKind.Enterprise, "enterprise perusahaan korporat korporasi corporate company pt cv dedicated instansi"));

    public static readonly Dictionary<string, string> Languages = Table(("id", "id ind indonesia indonesian bahasa bahasaindonesia"), ("en", "en eng english inggris bahasainggris"));

    public static readonly Dictionary<string, MessageChannel> Channels = Table(
        (MessageChannel.WhatsApp, "whatsapp wa"),
        (MessageChannel.Sms, "sms teks text"),
        (MessageChannel.Email, "email surel mail"),
        (MessageChannel.Telegram, "telegram tele tg"),
        (MessageChannel.None, "none no tidak tidakada tanpa jangan"));

    public static readonly Dictionary<string, Gender> Genders = Table(
        (Gender.Male, "male m l lakilaki laki pria man"),
        (Gender.Female, "female f p perempuan wanita w woman"),
        (Gender.Other, "other lainnya lain"));

    public static readonly Dictionary<string, ContactRole> Roles = Table(
        (ContactRole.Owner, "owner pemilik kepalakeluarga"),
        (ContactRole.Billing, "billing tagihan keuangan finance accounting"),
        (ContactRole.Technical, "technical teknis teknisi it"),
        (ContactRole.Site, "site lokasi penjaga satpam security"),
        (ContactRole.Other, "other lainnya lain"));

    /// <summary>What the text stands for, or false.</summary>
    public static bool TryRead<T>(Dictionary<string, T> words, string text, out T value) => words.TryGetValue(ColumnNames.KeyOf(text), out value!);

    private static Dictionary<string, T> Table<T>(params (T Value, string Words)[] entries) =>
        entries.SelectMany(entry => entry.Words.Split(' ').Select(word => (word, entry.Value))).ToDictionary(entry => entry.word, entry => entry.Value, StringComparer.Ordinal);
}
