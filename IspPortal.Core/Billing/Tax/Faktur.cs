using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Tax;

/// <summary>An invoice as the tax office wants it.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Number">Its number, which the faktur refers to.</param>
/// <param name="On">Its day.</param>
/// <param name="Code">The transaction code, e.g. 04.</param>
/// <param name="Buyer">Who bought.</param>
/// <param name="Goods">What was taxed.</param>
public sealed record Faktur(Guid InvoiceId, string Number, DateOnly On, string Code, FakturBuyer Buyer, IReadOnlyList<FakturGood> Goods)
{
    /// <summary>DPP.</summary>
    public Money Base => Sum(good => good.Base);

    /// <summary>DPP nilai lain.</summary>
    public Money OtherBase => Sum(good => good.OtherBase);

    /// <summary>PPN.</summary>
    public Money Tax => Sum(good => good.Tax);

    /// <summary>What is missing before it can be filed.</summary>
    public IReadOnlyList<FakturGap> GapsWith(TaxSettings seller)
    {
        ArgumentNullException.ThrowIfNull(seller);
        return
        [
            .. new (FakturGap Gap, bool Is)[]
            {
                (FakturGap.SellerTin, !TaxNumbers.IsNumber(seller.SellerTin)),
                (FakturGap.BuyerNumber, !TaxNumbers.IsNumber(Buyer.Npwp) && !TaxNumbers.IsNumber(Buyer.Nik)),
                (FakturGap.BuyerName, string.IsNullOrWhiteSpace(Buyer.Name)),
                (FakturGap.BuyerAddress, string.IsNullOrWhiteSpace(Buyer.Address)),
                (FakturGap.NotPositive, Goods.Any(good => good.Base <= Money.Zero)),
                (FakturGap.SeveralRates, Goods.Select(good => good.RateBasisPoints).Distinct().Count() > 1),
            }.Where(gap => gap.Is).Select(gap => gap.Gap),
        ];
    }

    private Money Sum(Func<FakturGood, Money> of) => Goods.Aggregate(Money.Zero, (sum, good) => sum + of(good));
}
