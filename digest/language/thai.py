"""Thai: what denies, the commonest words, which nobody has counted, and that no mark ends a sentence."""

from __future__ import annotations

from digest.language.profile import Language

_NEGATIONS = "ไม่ มิ ไร้ ห้าม งด"
_COMMONEST = (
    "ที่ การ และ ใน เป็น ของ มี ได้ ไม่ ให้ จะ ความ ว่า กับ จาก โดย แต่ หรือ นี้ นั้น ก็ ไป มา "
    "อยู่ คน ผู้ วัน ปี แล้ว ต้อง ทำ กัน ยัง ถึง ซึ่ง เมื่อ เพื่อ อย่าง ทั้ง หนึ่ง สอง สาม เขา "
    "เธอ เรา พวก ทาง ตาม ขึ้น ลง ออก เข้า กว่า มาก อีก ด้วย ใช้ เอา ตัว เอง ราย แห่ง ต่อ หลัง "
    "ก่อน ระหว่าง แม้ หาก ถ้า ใคร อะไร ไหน ใด ทุก บาง หลาย แค่ เพียง ตั้งแต่ จน ต่าง ๆ ครั้ง "
    "เรื่อง สิ่ง เวลา นาย นาง กล่าว บอก แจ้ง เผย ระบุ พบ เปิด ปิด ใหม่ เดือน ชั่วโมง ประมาณ "
    "เกี่ยวกับ เนื่อง เดียว กำลัง เคย ควร อาจ คือ เช่น ร้อย พัน หมื่น แสน ล้าน บาท"
)
THAI = Language(
    code="th",
    negations=frozenset(_NEGATIONS.split()),
    stops=False,
    commonest=frozenset(_COMMONEST.split()),
)
