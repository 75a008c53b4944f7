using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>
/// The file with output invoices that Coretax takes in (<c>TaxInvoiceBulk</c>). Amounts are whole rupiah and add up to those of the invoices. Needs data that is whole:
/// <see cref="Faktur.GapsWith"/> is empty for each.
/// </summary>
public static class CoretaxXml
{
    /// <summary>The most fakturs that Coretax takes in one file.</summary>
    public const int MostInOneFile = 1_000;

    private const string Normal = "Normal";
    private const string Indonesia = "IDN";
    private const string Service = "B";
    private const string AnyService = "000000";
    private const string OtherUnit = "UM.0033";
    private const string NoNumber = "-";
    private const decimal Hundred = 100m;
    private static readonly string NoTin = new('0', TaxNumbers.NumberLength);
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>The file, in UTF-8.</summary>
    /// <param name="seller">We.</param>
    /// <param name="fakturs">What is filed, in this order; at most <see cref="MostInOneFile"/>.</param>
    /// <exception cref="ArgumentException">Something is missing, or there are too many.</exception>
    public static byte[] Write(TaxSettings seller, IReadOnlyList<Faktur> fakturs)
    {
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(fakturs);
        if (fakturs.Count > MostInOneFile || fakturs.Any(faktur => faktur.GapsWith(seller).Count > 0))
        {
            throw new ArgumentException("Only whole data is filed.", nameof(fakturs));
        }

        var root = new XElement(
            "TaxInvoiceBulk",
            new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XAttribute(Instance + "noNamespaceSchemaLocation", "TaxInvoice.xsd"),
            new XElement("TIN", seller.SellerTin),
            new XElement("ListOfTaxInvoice", fakturs.Select(faktur => Of(seller, faktur))));
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" }))
        {
            new XDocument(root).Save(writer);
        }

        return stream.ToArray();
    }

    private static XElement Of(TaxSettings seller, Faktur faktur)
    {
        var buyer = faktur.Buyer;
        var isTaxpayer = TaxNumbers.IsNumber(buyer.Npwp);
        return new XElement(
            "TaxInvoice",
            new XElement("TaxInvoiceDate", faktur.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            new XElement("TaxInvoiceOpt", Normal),
            new XElement("TrxCode", faktur.Code),
            new XElement("AddInfo"),
            new XElement("CustomDoc"),
            new XElement("CustomDocMonthYear"),
            new XElement("RefDesc", faktur.Number),
            new XElement("FacilityStamp"),
            new XElement("SellerIDTKU", seller.Idtku),
            new XElement("BuyerTin", isTaxpayer ? buyer.Npwp : NoTin),
            new XElement("BuyerDocument", isTaxpayer ? "TIN" : "National ID"),
            new XElement("BuyerCountry", Indonesia),
            new XElement("BuyerDocumentNumber", isTaxpayer ? NoNumber : buyer.Nik),
            new XElement("BuyerName", Plain(buyer.Name)),
            // Written so by the office's own template.
            new XElement("BuyerAdress", Plain(buyer.Address!)),
            new XElement("BuyerEmail", buyer.Email),
            new XElement("BuyerIDTKU", isTaxpayer ? buyer.Idtku ?? TaxNumbers.HeadOfficeOf(buyer.Npwp) : AnyService),
            new XElement("ListOfGoodService", faktur.Goods.Select(Of)));
    }

    private static XElement Of(FakturGood good) => new(
        "GoodService",
        new XElement("Opt", Service),
        new XElement("Code", AnyService),
        new XElement("Name", Plain(good.Name)),
        new XElement("Unit", OtherUnit),
        new XElement("Price", Number(good.Price)),
        new XElement("Qty", "1"),
        new XElement("TotalDiscount", Number(good.Discount)),
        new XElement("TaxBase", Number(good.Base)),
        new XElement("OtherTaxBase", Number(good.OtherBase)),
        new XElement("VATRate", (good.RateBasisPoints / Hundred).ToString("0.##", CultureInfo.InvariantCulture)),
        new XElement("VAT", Number(good.Tax)),
        new XElement("STLGRate", "0"),
        new XElement("STLG", "0"));

    private static string Number(Money amount) => amount.Minor.ToString(CultureInfo.InvariantCulture);

    // An address may have ends of lines; a faktur has one line.
    private static string Plain(string text) => string.Join(' ', text.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries));
}
